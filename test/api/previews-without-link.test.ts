import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import type { ErrorAnswer } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, demoEntry, newDocument, newProject } from '../support/entries';
import { barOf, previewBy } from '../support/previews';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';

const app = useApp();
const editor = useActor(app, 'editor');

describe('a preview of rules that no link has', () => {
  it('says so, and that a password will be asked for', async () => {
    const { documentId } = await newDocument(app);
    const rules = { contentType: DOCUMENT, documentId };
    const plain = await previewBy(app, editor, rules);
    expect(barOf((await plain.get()).text)).toContain('the link isn’t made');
    const locked = await previewBy(app, editor, { ...rules, password: PASSWORD });
    expect(barOf((await locked.get()).text)).toContain('will ask for a password');
  });

  it('makes no link, and keeps no readable address', async () => {
    const { documentId } = await newProject(app);
    const rules = { contentType: PROJECT, documentId, slug: 'only-a-preview' };
    const rows = () => app.strapi.db.query('plugin::share-links.link').count();
    const before = await rows();
    await previewBy(app, editor, rules);
    expect(await rows()).toBe(before);
    const other = await newProject(app);
    const made = await editor<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: PROJECT, documentId: other.documentId, slug: 'only-a-preview' },
    });
    expect(made.status).toBe(201);
    // Only one link may exist of a project, and this address is the other’s now.
    await expectAs(rules, 'slug-taken');
  });

  it.each<[string, () => Promise<object>]>([
    ['an unknown type', async () => ({ contentType: 'api::x.x', documentId: 'x' })],
    ['an unsaved entry', async () => ({ contentType: DOCUMENT, documentId: 'x' })],
    ['an unknown field', async () => ({ ...(await entry()), fields: ['nothing'] })],
    ['an unknown rule', async () => ({ ...(await entry()), colour: 'red' })],
    ['a short password', async () => ({ ...(await entry()), password: 'x' })],
    ['an end in the past', async () => ({ ...(await entry()), expiresAt: '2020-01-01T00:00:00Z' })],
    ['entries below a frozen one', frozenTree],
    ['a reserved slug', async () => ({ ...(await entry()), slug: 'preview' })],
    ['a second link', secondLink],
  ])('is refused like the link: %s', async (_, rulesOf) => {
    await expectAs(await rulesOf());
  });

  async function entry() {
    return { contentType: DOCUMENT, documentId: (await newDocument(app)).documentId };
  }

  async function frozenTree() {
    const { documentId } = await demoEntry(app, PAGE, 'The studio');
    const rules = { shows: 'frozen', includeChildren: true, locale: 'en' };
    return { contentType: PAGE, documentId, ...rules };
  }

  async function secondLink() {
    const { documentId } = await newProject(app);
    await shareEntry(app, { contentType: PROJECT, documentId });
    return { contentType: PROJECT, documentId };
  }

  /** The preview is refused with the very answer that making the link gets. */
  async function expectAs(rules: object, code?: string) {
    const preview = await editor('POST', '/share-links/previews', { data: rules });
    const made = await editor<ErrorAnswer>('POST', '/share-links/links', { data: rules });
    expect(preview.status).toBeGreaterThanOrEqual(400);
    expect(preview.body).toEqual(made.body);
    expect(preview.headers.get('set-cookie')).toBeNull();
    if (code) expect(preview.body.error.details.code).toBe(code);
  }
});
