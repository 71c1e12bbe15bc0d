import { describe, expect, it } from 'vitest';

import type { HistoryList, Link, TimelineEvent } from '../../contracts/links';
import { endOrphanedLinks } from '../../server/src/links/jobs/orphaned-links';
import { announceExpired } from '../../server/src/links/jobs/expiry-job';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import type { Client } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { newEditor } from '../support/people';
import { shareEntry, statusOf } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { addFrench } from '../support/versions';
import { openLink, unlockLink } from '../support/visits';

interface Permission {
  action: string;
  subject: string | null;
  properties: object;
  conditions: string[];
}

/** The plugin checks twice before it treats a right as lost. */
const SOON = { timeout: 10_000 };

const app = useApp();
const { admin, editor, author } = useActors(app);

const history = async (contentType: string, documentId: string) => {
  const path = `/share-links/history?contentType=${contentType}&documentId=${documentId}`;
  return (await admin<HistoryList>('GET', path)).body.data;
};
const linkOf = async (id: number) =>
  (await admin<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;

describe('when its entry changes, a link', () => {
  it('is closed while the entry is unpublished, and opens again', async () => {
    const { documentId } = await newProject(app);
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    const documents = app.strapi.documents(PROJECT);
    await documents.unpublish({ documentId });
    expect(await statusOf(app, token)).toBe(404);
    await documents.publish({ documentId });
    expect(await statusOf(app, token)).toBe(200);
  });

  it('ends when the entry is deleted, and names the reason and the person', async () => {
    const { documentId } = await newDocument(app);
    const { id } = await shareEntry(app, { documentId });
    await editor('DELETE', `/content-manager/collection-types/${DOCUMENT}/${documentId}`);
    const [row] = await history(DOCUMENT, documentId);
    expect(row).toMatchObject({
      id,
      state: 'revoked',
      endReason: 'entry-deleted',
      revokedBy: { name: 'Edith Editor' },
    });
  });

  it('ends when its language version is deleted, while links to other languages stay', async () => {
    const { documentId } = await createEntry(app, PAGE, { title: 'One' }, { locale: 'en' });
    await addFrench(app, documentId, { title: 'Une' });
    const english = await shareEntry(app, { contentType: PAGE, documentId, locale: 'en' });
    const french = await shareEntry(app, { contentType: PAGE, documentId, locale: 'fr' });
    await app.strapi.documents(PAGE).delete({ documentId, locale: 'fr' });
    expect(await linkOf(french.id)).toMatchObject({ state: 'revoked' });
    expect(await linkOf(english.id)).toMatchObject({ state: 'active' });
    const rows = await history(PAGE, documentId);
    expect(rows.find((row) => row.id === french.id)?.endReason).toBe('locale-deleted');
  });

  it('ends when the site removes its language', async () => {
    const locales = app.strapi.plugin('i18n').service('locales') as {
      create(locale: object): Promise<{ id: number }>;
    };
    const german = await locales.create({ code: 'de', name: 'German (de)' });
    const { documentId } = await createEntry(app, PAGE, { title: 'Eine' }, { locale: 'de' });
    const { id } = await shareEntry(app, {
      contentType: PAGE,
      documentId,
      locale: 'de',
      by: 'admin',
    });
    const deleted = await admin('DELETE', `/i18n/locales/${german.id}`);
    expect(deleted.status).toBe(200);
    await expect.poll(async () => (await linkOf(id)).state).toBe('revoked');
    expect((await history(PAGE, documentId))[0]?.endReason).toBe('locale-deleted');
  });
});

it('links end at the next start when their content type no longer exists', async () => {
  const { id, token } = await shareEntry(app);
  const contentType = 'api::lost.lost';
  await app.strapi.db.query(LINK_UID).update({ where: { id }, data: { contentType } });
  expect(await statusOf(app, token)).toBe(404);
  await endOrphanedLinks(app.strapi);
  const row = await app.strapi.db.query(LINK_UID).findOne({ where: { id } });
  expect(row).toMatchObject({ endReason: 'type-deleted', revokedByName: 'Strapi' });
  expect((await linkOf(id)).state).toBe('revoked');
});

describe('when its maker may not share any more, a link', () => {
  async function colleague() {
    const { documentId } = await newDocument(app);
    return { ...(await newEditor(app)), documentId };
  }

  const setUser = (id: number, data: object) =>
    app.strapi.db.query('admin::user').update({ where: { id }, data });

  async function sharedBy(client: Client, documentId: string): Promise<Link> {
    const { body } = await client<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    return body.data;
  }

  it.each([
    ['blocked', (id: number) => setUser(id, { blocked: true })],
    ['not active', (id: number) => setUser(id, { isActive: false })],
    ['deleted', (id: number) => admin('DELETE', `/admin/users/${id}`)],
  ])('is suspended, and can be taken over: %s', async (_what, lose) => {
    const { id, client, documentId } = await colleague();
    const link = await sharedBy(client, documentId);
    const token = link.url!.split('/').at(-1)!;
    await lose(id);
    await expect.poll(async () => (await linkOf(link.id)).state, SOON).toBe('suspended');
    expect(await statusOf(app, token)).toBe(404);

    const taken = await editor<{ data: Link }>('POST', `/share-links/links/${link.id}/take-over`);
    expect(taken.body.data).toMatchObject({
      state: 'active',
      sharedBy: { name: 'Edith Editor' },
    });
    expect(await statusOf(app, token)).toBe(200);
  });

  it('opens again when the right comes back', async () => {
    const { id, client, documentId } = await colleague();
    const link = await sharedBy(client, documentId);
    const timeline = async () => {
      const path = `/share-links/links/${link.id}/timeline`;
      const { body } = await admin<{ data: TimelineEvent[] }>('GET', path);
      return body.data.map(({ type }) => type);
    };
    await setUser(id, { blocked: true });
    expect((await linkOf(link.id)).state).toBe('suspended');
    // The link is closed at once; a job writes it down a moment later.
    await expect.poll(timeline, SOON).toEqual(['suspend', 'create']);
    await setUser(id, { blocked: false });
    await expect.poll(async () => (await linkOf(link.id)).state, SOON).toBe('active');
    expect(await timeline()).toEqual(['restore', 'suspend', 'create']);
  });

  it('is suspended also when a role changes', async () => {
    const { documentId } = await newDocument(app, 'author');
    const link = await sharedBy(author, documentId);
    const role = (await app.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-author' } })) as { id: number };
    const path = `/admin/roles/${role.id}/permissions`;
    const { body } = await admin<{ data: Permission[] }>('GET', path);
    const permissions = body.data
      .filter(({ action, subject }) => !(action.endsWith('.share') && subject === DOCUMENT))
      .map(({ action, subject, properties, conditions }) => ({
        action,
        subject,
        properties,
        conditions,
      }));
    expect((await admin('PUT', path, { permissions })).status).toBe(200);
    await expect.poll(async () => (await linkOf(link.id)).state, SOON).toBe('suspended');
  });

  it('stays open where the site says so', async () => {
    await admin('PUT', '/share-links/settings', { data: { makerLost: 'keep' } });
    const { id, client, documentId } = await colleague();
    const link = await sharedBy(client, documentId);
    await setUser(id, { blocked: true });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await linkOf(link.id)).state).toBe('active');
    await admin('PUT', '/share-links/settings', { data: { makerLost: 'suspend' } });
  });
});

describe('an event', () => {
  it('reports each change after it has happened, without secrets', async () => {
    const heard: { event: string; payload: string; id: number }[] = [];
    const events = [
      'create',
      'update',
      'pause',
      'resume',
      'rotate',
      'revoke',
      'visit',
      'unlock-failed',
      'expire',
    ].map((name) => `share-link.${name}`);
    const stop = events.map((event) =>
      app.strapi.eventHub.on(event, async (payload: { link: { id: number } }) => {
        heard.push({ event, payload: JSON.stringify(payload), id: payload.link.id });
      })
    );
    const link = await shareEntry(app, { password: 'correct horse battery' });
    const act = (action: string) => editor('POST', `/share-links/links/${link.id}/${action}`);
    const edit = (data: object) => editor('PUT', `/share-links/links/${link.id}`, { data });
    await unlockLink(app, link.token, 'wrong horse battery');
    await edit({ password: null });
    await openLink(app, link.token);
    await act('pause');
    await act('resume');
    await act('rotate');
    await edit({ expiresAt: new Date(Date.now() + 300).toISOString() });
    await new Promise((resolve) => setTimeout(resolve, 350));
    await announceExpired(app.strapi);
    await announceExpired(app.strapi);
    await act('revoke');
    await act('revoke');

    const names = heard.filter(({ id }) => id === link.id).map(({ event }) => event);
    expect(names.sort()).toEqual(
      [
        'share-link.create',
        'share-link.unlock-failed',
        'share-link.update',
        'share-link.visit',
        'share-link.pause',
        'share-link.resume',
        'share-link.rotate',
        'share-link.update',
        'share-link.expire',
        'share-link.revoke',
      ].sort()
    );
    const all = heard.map(({ payload }) => payload).join('\n');
    expect(all).not.toContain(link.token);
    expect(all).not.toMatch(/horse battery|passwordHash|tokenHash|Cipher/);
    stop.forEach((unsubscribe) => unsubscribe());
  });

  it('can be sent to webhooks', async () => {
    const answer = await admin('POST', '/admin/webhooks', {
      name: 'Shares',
      url: 'https://hooks.example.com',
      headers: {},
      events: ['share-link.create', 'share-link.revoke'],
    });
    expect(answer.status).toBe(201);
  });

  it('undoes nothing when a listener fails', async () => {
    const stop = app.strapi.eventHub.on('share-link.create', async () => {
      throw new Error('a broken listener');
    });
    const { token } = await shareEntry(app);
    expect(await statusOf(app, token)).toBe(200);
    stop();
  });
});
