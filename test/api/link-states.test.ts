import { describe, expect, it } from 'vitest';

import type { EntrySharing, OpenedBy } from '../../contracts/entries';
import { CLOSED_REASONS } from '../../contracts/links';
import type { HistoryList, Link, LinkList, LinkState } from '../../contracts/links';
import type { VisitList } from '../../contracts/visits';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument } from '../support/entries';
import type { Entry } from '../support/entries';
import { newPage, sharePage } from '../support/handbook';
import { newEditor } from '../support/people';
import { setPolicy } from '../support/policies';
import { saveSettings } from '../support/settings';
import { shareEntry, strangerAt } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { addFrench } from '../support/versions';

const app = useApp();
const { admin, editor, author } = useActors(app);
const { json } = strangerAt(app);

const sharingOf = async (uid: string, { documentId }: Entry, query = '', by = admin) =>
  (await by<{ data: EntrySharing }>('GET', `/share-links/entries/${uid}/${documentId}${query}`))
    .body.data;

/** The state of a link in everything that shows one, which must be the same. */
async function stateOf({ id, contentType, documentId, locale }: Shared) {
  const target = `contentType=${contentType}&documentId=${documentId}`;
  const one = (await admin<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
  const { body: list } = await admin<LinkList>('GET', `/share-links/links?${target}`);
  const { body: history } = await admin<HistoryList>('GET', `/share-links/history?${target}`);
  // Without a draft there is no page of the entry in the panel.
  const card: EntrySharing | null = await sharingOf(
    contentType,
    { documentId } as Entry,
    locale ? `?locale=${locale}` : ''
  );
  const { body: filtered } = await admin<LinkList>(
    'GET',
    `/share-links/links?${target}&state=${one.state}`
  );
  const { text: csv } = await admin<string>('GET', `/share-links/links/export?${target}`);
  const said = [...list.data, ...history.data, ...(card?.links ?? []), ...filtered.data].filter(
    (link) => link.id === id
  );
  expect(said.length).toBeGreaterThanOrEqual(3);
  for (const link of said) {
    expect([link.state, link.closedBy]).toEqual([one.state, one.closedBy]);
  }
  expect(csv).toContain(one.state);
  return { state: one.state, closedBy: one.closedBy };
}

const lastReason = async ({ id }: Shared) => {
  await app.strapi.plugin('share-links').service<{ flush(): Promise<void> }>('visits').flush();
  const { body } = await admin<VisitList>('GET', `/share-links/links/${id}/visits`);
  return body.data[0]?.reason;
};

describe('the state of a link is what a visitor meets', () => {
  it('when its entry is unpublished, and published again', async () => {
    const root = await newPage(app, 'On and off');
    const link = await sharePage(app, root);
    await app.strapi.documents(PAGE).unpublish({ documentId: root.documentId } as never);
    expect((await json(link.token)).status).toBe(404);
    expect(await stateOf(link)).toEqual({ state: 'suspended', closedBy: ['unpublished'] });
    expect(await lastReason(link)).toBe('unpublished');

    await app.strapi.documents(PAGE).publish({ documentId: root.documentId } as never);
    expect((await json(link.token)).status).toBe(200);
    expect(await stateOf(link)).toEqual({ state: 'active', closedBy: [] });
  });

  it('when the draft that it shows is gone', async () => {
    const root = await newPage(app, 'Draft gone');
    const link = await sharePage(app, root, { shows: 'draft' });
    await app.strapi.db
      .query(PAGE)
      .deleteMany({ where: { documentId: root.documentId, publishedAt: null } });
    expect((await json(link.token)).status).toBe(404);
    expect(await stateOf(link)).toEqual({ state: 'suspended', closedBy: ['entry-gone'] });
  });

  it('when the policy of its entry or of one above changes', async () => {
    const root = await newPage(app, 'Handbook');
    const below = await newPage(app, 'Below', root);
    const link = await sharePage(app, below);
    for (const entry of [below, root]) {
      await setPolicy(admin, PAGE, entry, 'off');
      expect((await json(link.token)).status).toBe(404);
      expect(await stateOf(link)).toEqual({ state: 'suspended', closedBy: ['policy-off'] });
      await setPolicy(admin, PAGE, entry, 'inherit');
    }
    expect(await stateOf(link)).toEqual({ state: 'active', closedBy: [] });
  });

  it('when its type is switched off, or Off', async () => {
    const paper = await newDocument(app);
    const link = await shareEntry(app, { documentId: paper.documentId });
    await saveSettings(app, { contentTypes: { [DOCUMENT]: { enabled: false } } });
    expect(await stateOf(link)).toEqual({ state: 'suspended', closedBy: ['type-disabled'] });
    await saveSettings(app, { contentTypes: { [DOCUMENT]: { enabled: true, level: 'off' } } });
    expect(await stateOf(link)).toEqual({ state: 'suspended', closedBy: ['policy-off'] });
    await saveSettings(app, { contentTypes: { [DOCUMENT]: { level: 'view' } } });
    expect(await stateOf(link)).toEqual({ state: 'active', closedBy: [] });
  });

  it('when all sharing is paused, also for a link that is paused itself', async () => {
    const link = await shareEntry(app);
    await saveSettings(app, { paused: true });
    expect(await stateOf(link)).toEqual({ state: 'suspended', closedBy: ['site-paused'] });
    await admin('POST', `/share-links/links/${link.id}/pause`);
    expect(await stateOf(link)).toEqual({ state: 'paused', closedBy: ['paused', 'site-paused'] });
    await saveSettings(app, { paused: false });
  });

  it('in the events of its changes', async () => {
    const root = await newPage(app, 'With events');
    const link = await sharePage(app, root);
    await app.strapi.documents(PAGE).unpublish({ documentId: root.documentId } as never);
    const heard = new Promise<unknown>((resolve) => {
      app.strapi.eventHub.once('share-link.update', async (payload) => resolve(payload));
    });
    await admin('PUT', `/share-links/links/${link.id}`, { data: { label: 'Named' } });
    expect(await heard).toMatchObject({
      link: { id: link.id, state: 'suspended', closedBy: ['unpublished'] },
    });
  });

  it('in the event of its suspension, and of its return', async () => {
    const maker = await newEditor(app);
    const { documentId } = await newPage(app, 'With a maker');
    const { body } = await maker.client<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: PAGE, documentId },
    });
    const { id } = body.data;
    const heard: unknown[] = [];
    const stop = app.strapi.eventHub.on(
      'share-link.update',
      async ({ link: { id: changed, state, closedBy } }: { link: Link }) => {
        if (changed === id) heard.push({ state, closedBy });
      }
    );
    const block = (blocked: boolean) =>
      app.strapi.db.query('admin::user').update({ where: { id: maker.id }, data: { blocked } });
    await block(true);
    await expect.poll(() => heard, { timeout: 10_000 }).toHaveLength(1);
    await app.strapi.documents(PAGE).unpublish({ documentId } as never);
    await block(false);
    await expect.poll(() => heard, { timeout: 10_000 }).toHaveLength(2);
    stop();
    expect(heard).toEqual([
      { state: 'suspended', closedBy: ['suspended'] },
      { state: 'suspended', closedBy: ['unpublished'] },
    ]);
    expect(app.logs.filter((line) => line.includes('could not be read'))).toEqual([]);
  });

  it('and every reason has words in README and in all languages of the panel', async () => {
    const { readFileSync } = await import('node:fs');
    const readme = readFileSync('README.md', 'utf8');
    expect(CLOSED_REASONS.filter((reason) => !readme.includes(`\`${reason}\``))).toEqual([]);
    const texts = readFileSync('admin/src/translations/en.json', 'utf8');
    expect(
      CLOSED_REASONS.filter((reason) => !texts.includes(`"share-links.visits.reason.${reason}"`))
    ).toEqual([]);
  });

  it.each<[LinkState]>([['active'], ['suspended'], ['paused']])(
    'in a list of one page after the other (%s)',
    async (state) => {
      const all = await admin<LinkList>('GET', `/share-links/links?state=${state}&pageSize=100`);
      const { total } = all.body.meta.pagination;
      const first = await admin<LinkList>('GET', `/share-links/links?state=${state}&pageSize=1`);
      expect(first.body.meta.pagination.total).toBe(total);
      expect(all.body.data.every((link) => link.state === state)).toBe(true);
    }
  );
});

describe('what opens an entry', () => {
  const waysTo = async (uid: string, entry: Entry, query = '', by = admin) => {
    const { openers, counts } = await sharingOf(uid, entry, query, by);
    const named = openers.elsewhere.map(
      ({ by: way, opensFor, link }): [OpenedBy, string, unknown] => [way, opensFor, link && link.id]
    );
    return { open: openers.open, own: openers.own, live: counts.live, named };
  };

  it('is a link of the entry above that includes entries below', async () => {
    const root = await newPage(app, 'Above');
    const below = await newPage(app, 'Below');
    const deeper = await newPage(app, 'Deeper', below);
    const link = await sharePage(app, root, { includeChildren: true });
    expect(await waysTo(PAGE, deeper, '?locale=en')).toMatchObject({ open: 0, named: [] });
    for (const status of ['draft', 'published'] as const) {
      await app.strapi.documents(PAGE).update({
        documentId: below.documentId,
        data: { parent: root.documentId } as never,
        status,
      });
    }
    for (const entry of [below, deeper]) {
      expect(await waysTo(PAGE, entry, '?locale=en')).toEqual({
        open: 1,
        own: 0,
        live: 0,
        named: [['parent', 'everybody', link.id]],
      });
    }
    await admin('POST', `/share-links/links/${link.id}/pause`);
    expect(await waysTo(PAGE, below, '?locale=en')).toMatchObject({
      open: 0,
      named: [['parent', 'nobody', link.id]],
    });
  });

  it('is a link of another language', async () => {
    const root = await newPage(app, 'Welcome');
    await addFrench(app, root.documentId, { title: 'Bienvenue' });
    const link = await sharePage(app, root, { locales: ['fr'] });
    expect(await waysTo(PAGE, root, '?locale=fr')).toEqual({
      open: 1,
      own: 0,
      live: 0,
      named: [['language', 'everybody', link.id]],
    });
    expect(await waysTo(PAGE, root, '?locale=en')).toMatchObject({ open: 1, own: 1, named: [] });
  });

  it('is a used-up link, for the visitors whom it has let in', async () => {
    const paper = await newDocument(app);
    const link = await shareEntry(app, { documentId: paper.documentId, maxViewers: 1 });
    expect((await json(link.token)).status).toBe(200);
    expect(await waysTo(DOCUMENT, paper)).toEqual({ open: 1, own: 1, live: 0, named: [] });
    await admin('DELETE', `/share-links/links/${link.id}`);
    expect(await waysTo(DOCUMENT, paper)).toMatchObject({ open: 0, own: 0 });
  });

  it('is a page that shows it as a related entry with its fields', async () => {
    const project = await createEntry(app, PROJECT, { title: 'With a paper' });
    const paper = await newDocument(app, 'editor', { project: project.documentId });
    const whole = await shareEntry(app, {
      contentType: PROJECT,
      documentId: project.documentId,
    });
    expect(await waysTo(DOCUMENT, paper)).toMatchObject({
      open: 1,
      named: [['relation', 'everybody', whole.id]],
    });
    await admin('PUT', `/share-links/links/${whole.id}`, { data: { fields: ['title'] } });
    expect(await waysTo(DOCUMENT, paper)).toMatchObject({ open: 0, named: [] });
  });

  it('is told to everybody who may read the entry, but the link only to those who may see it', async () => {
    const root = await newPage(app, 'Open to readers');
    const below = await newPage(app, 'Below', root);
    await sharePage(app, root, { includeChildren: true, label: 'For the board' });
    const answer = await author(
      'GET',
      `/share-links/entries/${PAGE}/${below.documentId}?locale=en`
    );
    expect(answer.text).not.toContain('For the board');
    expect(await waysTo(PAGE, below, '?locale=en', author)).toMatchObject({
      open: 1,
      named: [['parent', 'everybody', null]],
    });
    expect((await waysTo(PAGE, below, '?locale=en', editor)).named[0]?.[2]).not.toBeNull();
  });
});
