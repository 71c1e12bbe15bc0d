import { describe, expect, it } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import { mintToken } from '../../server/src/links/rules/token';
import { clientOf, login } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newProject } from '../support/entries';
import { newHandbook, newPage, sharePage, titlesOf } from '../support/handbook';
import { setPolicy } from '../support/policies';
import { saveSettings } from '../support/settings';
import { shareEntry, strangerAt } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';

const app = useApp();
const stranger = clientOf(app);
const editor = useActor(app, 'editor');
const author = useActor(app, 'author');
const { json, page } = strangerAt(app);

describe('a share policy', () => {
  it('closes an entry on the next request, and opens it again', async () => {
    const root = await newPage(app, 'On and off');
    const { token } = await sharePage(app, root);
    const unknown = await page(mintToken());

    expect((await setPolicy(editor, PAGE, root, 'off')).body.data).toMatchObject({
      own: 'off',
      effective: 'off',
      from: 'entry',
    });
    const closed = await page(token);
    expect([closed.status, closed.text]).toEqual([404, unknown.text]);
    expect((await json(token)).status).toBe(404);
    await setPolicy(editor, PAGE, root, 'inherit');
    expect((await page(token)).status).toBe(200);
  });

  it('removes an entry and everything below it from links to its parents', async () => {
    const { root, a, b } = await newHandbook(app);
    const { token } = await sharePage(app, root, { includeChildren: true });
    await setPolicy(editor, PAGE, a, 'off');
    expect(titlesOf((await json(token)).body.meta.children)).toEqual(['Coffee']);
    expect((await page(token)).text).not.toContain('Arriving');
    expect((await json(`${token}/${a.documentId}`)).status).toBe(404);
    expect((await json(`${token}/${b.documentId}`)).status).toBe(404);
  });

  it('gives way to a policy closer to the entry', async () => {
    const { root, a, b, c } = await newHandbook(app);
    const { token } = await sharePage(app, root, { includeChildren: true });
    await setPolicy(editor, PAGE, a, 'off');
    await setPolicy(editor, PAGE, b, 'view');
    expect(titlesOf((await json(token)).body.meta.children)).toEqual(['Badges', 'Coffee']);

    await saveSettings(app, { contentTypes: { [PAGE]: { level: 'off' } } });
    expect((await json(token)).status).toBe(404);
    await setPolicy(editor, PAGE, root, 'view');
    expect((await json(token)).status).toBe(200);
    const { body } = await editor<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${PAGE}/${c.documentId}`
    );
    const inherited = { effective: 'view', from: 'parent', parentTitle: 'Handbook' };
    expect(body.data.policy).toEqual({ own: 'inherit', ...inherited, inherited });
    await saveSettings(app, { contentTypes: { [PAGE]: { level: 'view' } } });
  });

  it('comes with the policy that would apply without it', async () => {
    const { root, a } = await newHandbook(app);
    const byType = { effective: 'view', from: 'type', parentTitle: null };
    const own = { own: 'off', effective: 'off', from: 'entry', parentTitle: null };
    expect((await setPolicy(editor, PAGE, a, 'off')).body.data).toEqual({
      ...own,
      inherited: byType,
    });
    await setPolicy(editor, PAGE, root, 'off');
    const above = { effective: 'off', from: 'parent', parentTitle: 'Handbook' };
    expect((await setPolicy(editor, PAGE, a, 'off')).body.data).toEqual({
      ...own,
      inherited: above,
    });
    const { body } = await setPolicy(editor, PAGE, a, 'inherit');
    expect(body.data).toEqual({ own: 'inherit', ...above, inherited: above });
  });

  it('removes an entry from the lists of its related entries', async () => {
    const project = await newProject(app);
    const paper = (title: string) =>
      createEntry(app, DOCUMENT, { title, project: project.documentId });
    await paper('Open paper');
    const closed = await paper('Closed paper');
    const { token } = await shareEntry(app, {
      contentType: PROJECT,
      documentId: project.documentId,
    });
    expect((await page(token)).text).toContain('Closed paper');
    await setPolicy(editor, DOCUMENT, closed, 'off');
    const { text } = await page(token);
    expect([text.includes('Open paper'), text.includes('Closed paper')]).toEqual([true, false]);
    expect((await json(token)).text).not.toContain('Closed paper');
  });

  it('prevents new links', async () => {
    const root = await newPage(app, 'Never');
    await setPolicy(editor, PAGE, root, 'off');
    const answer = await editor('POST', '/share-links/links', {
      data: { contentType: PAGE, documentId: root.documentId },
    });
    expect([answer.status, answer.body.error.details.code]).toEqual([403, 'not-allowed']);
    const { body } = await editor<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${PAGE}/${root.documentId}`
    );
    expect(body.data.reasons.create?.message).toBe('The share policy of this entry is Off');
    expect(body.data.can).toMatchObject({ create: false, setPolicy: true });
  });

  it('can be set only by people who may share the entry', async () => {
    const root = await newPage(app, 'Whose');
    const reader = await login(app, 'reader');
    const statuses = await Promise.all(
      [reader, author, stranger].map(async (client) => {
        const { status } = await setPolicy(client, PAGE, root, 'off');
        return status;
      })
    );
    expect(statuses).toEqual([403, 403, 401]);
    const refused = await setPolicy(editor, PAGE, root, 'comment');
    expect(refused.body.error.details.errors?.[0]?.path).toEqual(['policy']);
  });

  it('is stored once, even when many people set it at once', async () => {
    const root = await newPage(app, 'Together');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        setPolicy(editor, PAGE, root, index % 2 ? 'off' : 'view')
      )
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const rows = await app.strapi.db
      .query('plugin::share-links.policy')
      .count({ where: { entryDocumentId: root.documentId } });
    expect(rows).toBe(1);
  });
});
