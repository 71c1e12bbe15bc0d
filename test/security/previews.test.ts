import { beforeAll, describe, expect, it } from 'vitest';

import { PREVIEW_SECONDS } from '../../contracts/previews';
import type { LinkList } from '../../contracts/links';
import { WIDE_LIMITS } from '../support/app';
import { login } from '../support/client';
import type { Client } from '../support/client';
import { afterMs } from '../support/clock';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Reply } from '../support/http';
import { mailEnv, mailsAbout } from '../support/mails';
import { newEditor, personWith } from '../support/people';
import type { Granted } from '../support/people';
import { previewBy } from '../support/previews';
import { runJob } from '../support/jobs';
import { PASSWORD, shareEntry, visit } from '../support/sharing';
import { saveSettings } from '../support/settings';
import { ownedProgram } from '../support/tokens';
import { useActors, useApp, useMailServer } from '../support/use-app';
import { openLink, writeVisits } from '../support/visits';

const SHARE = 'plugin::share-links.share';
const READ = 'plugin::content-manager.explorer.read';
const READ_LINKS: Granted = { action: 'plugin::share-links.links.read', subject: null };

const post = useMailServer();
const app = useApp(() => mailEnv(post), {});
const { admin, editor, reader, nobody } = useActors(app);
const events: string[] = [];

beforeAll(async () => {
  app.strapi.server.app.proxy = true;
  await saveSettings(app, { limits: WIDE_LIMITS });
  const hub = app.strapi.eventHub as unknown as {
    subscribe(listener: (event: string) => Promise<void>): void;
  };
  hub.subscribe(async (event) => {
    if (event.startsWith('share-link')) events.push(event);
  });
});

const canRead = (fields: string[]): Granted[] => [
  { action: READ, subject: DOCUMENT, properties: { fields } },
];
const canShare = (fields: string[]): Granted[] => [
  ...canRead(fields),
  { action: SHARE, subject: DOCUMENT, properties: { fields } },
];

const rowOf = (id: number) =>
  app.strapi.db.query('plugin::share-links.link').findOne({ where: { id } });

/** Every table that a visitor leaves a trace in. */
async function traces(): Promise<number[]> {
  await writeVisits(app);
  const tables = ['share_link_visits', 'share_link_visit_days', 'share_link_events'];
  return Promise.all(
    tables.map(async (table) => {
      const [{ n }] = (await app.strapi.db.connection(table).count('* as n')) as [{ n: number }];
      return Number(n);
    })
  );
}

/** Whether an answer is the very one that an unknown address gets. */
async function isUnknown({ status, text }: Reply): Promise<boolean> {
  const unknown = await send(`${app.url}/share/preview/${'x'.repeat(120)}`);
  expect([unknown.status, status]).toEqual([404, 404]);
  return text === unknown.text;
}

describe('A17: a preview', () => {
  it('counts nowhere, and takes nobody’s place', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'Only one may see it' });
    const link = await shareEntry(app, {
      documentId,
      maxViewers: 1,
      notifyFirstVisit: true,
      refreshSeconds: 5,
    });
    const before = { row: await rowOf(link.id), traces: await traces() };
    events.length = 0;
    const preview = await previewBy(app, editor, link.id);
    for (const method of ['GET', 'GET', 'HEAD']) {
      expect((await preview.get('', { method })).status).toBe(200);
    }
    const found = await preview.get('/search', {
      method: 'POST',
      body: new URLSearchParams({ q: 'only one' }),
    });
    expect([found.status, found.text.includes('<mark>')]).toEqual([200, true]);
    for (const below of ['/files/99999', '/files.zip', '/fr', '/abcdefghijklmnopqrstuvwx']) {
      expect((await preview.get(below)).status, below).toBe(404);
    }
    expect(await traces()).toEqual(before.traces);
    expect(await rowOf(link.id)).toEqual(before.row);
    expect(events).toEqual([]);
    expect(mailsAbout(post, link)).toEqual([]);
    const { body } = await admin<LinkList>(
      'GET',
      `/share-links/links?opened=never&contentType=${DOCUMENT}&documentId=${documentId}`
    );
    expect(body.data.map(({ id }) => id)).toEqual([link.id]);

    expect((await openLink(app, link.token)).status).toBe(200);
    await expect.poll(() => mailsAbout(post, link).length, { timeout: 5000 }).toBe(1);
    expect((await openLink(app, link.token)).status).toBe(404);
    expect((await preview.get()).status).toBe(200);
  });

  it('uses up no attempt of its network, however often it is opened', async () => {
    const network = { 'X-Forwarded-For': '198.51.100.9' };
    const link = await shareEntry(app);
    const person = await newEditor(app);
    const preview = await previewBy(app, person.client, link.id);
    await saveSettings(app, {
      limits: { ...WIDE_LIMITS, readsPerMinute: 10, unknownPerMinute: 5 },
    });
    const statuses = [];
    for (let times = 0; times < 9; times += 1) {
      statuses.push((await preview.get('/fr', { headers: network })).status);
    }
    expect(statuses).toEqual(Array(9).fill(404));
    expect((await openLink(app, link.token, network)).status).toBe(200);
    expect((await openLink(app, 'no-such-link', network)).status).toBe(404);
    await saveSettings(app, { limits: WIDE_LIMITS });
  });

  it('opens only with the cookie of the browser that asked for it', async () => {
    const link = await shareEntry(app, { password: PASSWORD });
    const preview = await previewBy(app, editor, link.id);
    const another = await previewBy(app, editor, link.id);
    const others = await previewBy(app, admin, link.id);
    for (const cookie of ['', 'share-preview=x', another.cookie, others.cookie]) {
      for (const below of ['', '/search', '/files.zip', '/fr']) {
        const answer = await send(`${app.url}${preview.path}${below}`, {
          headers: { Cookie: cookie },
        });
        expect(await isUnknown(answer)).toBe(true);
        expect(answer.headers.get('set-cookie')).toBeNull();
      }
    }
    expect((await preview.get()).status).toBe(200);
    // Nor does it open anything where links open.
    const ticket = preview.path.split('/').at(-1)!;
    const { page, json } = await visit(app, ticket);
    expect([page.status, json.status]).toEqual([404, 404]);
  });

  it('can’t be forged or changed', async () => {
    const [one, other] = [await shareEntry(app), await shareEntry(app)];
    const { path, cookie } = await previewBy(app, editor, one.id);
    const ticket = path.split('/').at(-1)!;
    const document = (await rowOf(other.id)) as { documentId: string };
    const signed = Buffer.from(ticket, 'base64url').toString('latin1');
    const mine = ((await rowOf(one.id)) as { documentId: string }).documentId;
    expect(signed).toContain(mine);
    const moved = Buffer.from(signed.replace(mine, document.documentId), 'latin1');
    const changed = `${ticket.slice(0, -2)}${ticket.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const forged of [moved.toString('base64url'), changed, `${ticket}A`]) {
      const answer = await send(`${app.url}/share/preview/${forged}`, {
        headers: { Cookie: cookie },
      });
      expect(await isUnknown(answer)).toBe(true);
    }
  });

  it('ends after ten minutes, says so to its person, and tells a stranger nothing', async () => {
    const link = await shareEntry(app);
    const preview = await previewBy(app, editor, link.id);
    expect(Date.parse(preview.expiresAt) - Date.now()).toBeLessThanOrEqual(PREVIEW_SECONDS * 1000);
    await afterMs(PREVIEW_SECONDS * 1000 + 1000, async () => {
      const ended = await preview.get();
      expect([ended.status, ended.text.includes('This preview has ended')]).toEqual([404, true]);
      expect(ended.text).not.toContain('preview-bar');
      expect((await preview.get('/files.zip')).text).toBe(ended.text);
      expect(await isUnknown(await send(app.url + preview.path))).toBe(true);
    });
  });

  it('ends with its person: when they are blocked or deleted', async () => {
    const link = await shareEntry(app);
    const uid = 'admin::user';
    const [blocked, gone] = [await newEditor(app), await newEditor(app)];
    const previews = [
      await previewBy(app, blocked.client, link.id),
      await previewBy(app, gone.client, link.id),
    ];
    for (const { get } of previews) expect((await get()).status).toBe(200);
    await app.strapi.db.query(uid).update({ where: { id: blocked.id }, data: { blocked: true } });
    await app.strapi.db.query(uid).delete({ where: { id: gone.id } });
    for (const { get } of previews) {
      const answer = await get();
      expect(await isUnknown(answer)).toBe(true);
    }
  });

  it('ends with the rights of its person', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'CONFIDENTIAL' });
    const link = await shareEntry(app, { documentId, fields: ['title', 'description'] });
    const person = await personWith(app, [READ_LINKS, ...canRead(['title', 'description'])]);
    const sharer = await personWith(app, canShare(['title', 'description']));
    const ofLink = await previewBy(app, person.client, link.id);
    const ofRules = await previewBy(app, sharer.client, { contentType: DOCUMENT, documentId });
    for (const { get } of [ofLink, ofRules]) expect((await get()).text).toContain('CONFIDENTIAL');

    await person.grant([READ_LINKS, ...canRead(['title'])]);
    await sharer.grant(canRead(['title', 'description']));
    for (const { get } of [ofLink, ofRules]) {
      const answer = await get();
      expect(await isUnknown(answer)).toBe(true);
    }
    await person.grant([READ_LINKS, ...canRead(['title', 'description'])]);
    expect((await ofLink.get()).status).toBe(200);
    await person.grant(canRead(['title', 'description']));
    expect((await ofLink.get()).status).toBe(404);
  });

  it('shows rules only with the fields that their person may share at that moment', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'CONFIDENTIAL' });
    const sharer = await personWith(app, canShare(['title', 'description']));
    const { get } = await previewBy(app, sharer.client, { contentType: DOCUMENT, documentId });
    expect((await get()).text).toContain('CONFIDENTIAL');
    await sharer.grant(canShare(['title']));
    const answer = await get();
    expect([answer.status, answer.text.includes('CONFIDENTIAL')]).toEqual([200, false]);
  });

  it('is only for people who may read all that the link shows', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'CONFIDENTIAL' });
    const link = await shareEntry(app, { documentId, fields: ['title', 'description'] });
    const path = `/share-links/links/${link.id}/preview`;
    const refusedTo = async (client: Client) => {
      const { status, body, headers } = await client('POST', path);
      expect(headers.get('set-cookie')).toBeNull();
      return [status, body.error?.details.code];
    };
    const seer = await personWith(app, [READ_LINKS, ...canRead(['title'])]);
    expect(await refusedTo(seer.client)).toEqual([403, 'not-allowed']);
    const stranger = await personWith(app, [
      { action: SHARE, subject: PROJECT, properties: { fields: ['title'] } },
    ]);
    expect(await refusedTo(stranger.client)).toEqual([403, 'not-owner']);
    expect((await nobody('POST', path)).status).toBe(401);
    // A reader may see every link and read the whole type.
    expect((await (await previewBy(app, reader, link.id)).get()).status).toBe(200);
  });

  it('is for no program, even if its owner may see the link', async () => {
    const link = await shareEntry(app);
    const token = await ownedProgram(app, 'admin', [READ_LINKS, ...canShare(['title'])]);
    const { status, body } = await token('POST', `/share-links/links/${link.id}/preview`);
    expect([status, body.error.details.code]).toEqual([403, 'not-allowed']);
  });

  it('of a deleted link is refused, and ends with the link', async () => {
    const link = await shareEntry(app);
    const { get } = await previewBy(app, editor, link.id);
    await editor('DELETE', `/share-links/links/${link.id}`);
    const answer = await get();
    expect(await isUnknown(answer)).toBe(true);
    const { status, body } = await editor('POST', `/share-links/links/${link.id}/preview`);
    expect([status, body.error.details.code]).toEqual([409, 'link-revoked']);
  });

  it('opens nothing besides what its link opens', async () => {
    const { documentId } = await createEntry(app, PAGE, { title: 'Above' }, { locale: 'en' });
    const below = await createEntry(
      app,
      PAGE,
      { title: 'Below', parent: documentId },
      { locale: 'en' }
    );
    const link = await shareEntry(app, { contentType: PAGE, documentId, locale: 'en' });
    const { get } = await previewBy(app, editor, link.id);
    expect((await get()).status).toBe(200);
    for (const place of [`/${below.documentId}`, '/fr', `/fr/${below.documentId}`]) {
      const answer = await get(place);
      expect([answer.status, answer.text.includes('Below')]).toEqual([404, false]);
    }
  });

  it('sends headers that keep it to its person', async () => {
    const link = await shareEntry(app, { frameOrigins: ['https://intranet.example.com'] });
    const answer = await editor('POST', `/share-links/links/${link.id}/preview`);
    const cookie = answer.headers.get('set-cookie')!;
    const { path, get } = await previewBy(app, editor, link.id);
    expect(path).toMatch(/^\/share\/preview\/[\w-]{100,}$/);
    expect(cookie).toMatch(/; path=\/share\/preview\/[\w-]+; .*samesite=lax; httponly/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(cookieOf(answer)).toMatch(/^share-preview=[\w-]{43}$/);
    const { headers } = await get();
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const csp = headers.get('content-security-policy')!;
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toContain('unsafe-inline');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('keeps no password of the rules that it shows', async () => {
    const { documentId } = await newProject(app);
    await previewBy(app, editor, { contentType: PROJECT, documentId, password: PASSWORD });
    const rows = JSON.stringify(await app.strapi.db.connection('share_link_previews'));
    expect(rows).toContain(documentId);
    expect(rows).not.toContain(PASSWORD);
  });

  it('leaves nothing behind: a job deletes rules whose time is over', async () => {
    const { documentId } = await newDocument(app);
    await previewBy(app, editor, { contentType: DOCUMENT, documentId });
    const table = () => app.strapi.db.connection('share_link_previews');
    await table().update({ ends_at: new Date(Date.now() - 1000) });
    const fresh = await newDocument(app);
    await previewBy(app, editor, { contentType: DOCUMENT, documentId: fresh.documentId });
    await runJob(app, 'shareLinksPreviews');
    const rows = (await table()) as { rules: unknown }[];
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows[0]!.rules)).toContain(fresh.documentId);
  });
});

it('nobody may take the address of previews for a link', async () => {
  const { documentId } = await newDocument(app);
  const { status, body } = await (
    await login(app, 'editor')
  )('POST', '/share-links/links', {
    data: { contentType: DOCUMENT, documentId, slug: 'preview' },
  });
  expect([status, body.error.details.errors![0]!.path]).toEqual([400, ['slug']]);
});
