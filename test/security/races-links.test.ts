import { afterEach, describe, expect, it, vi } from 'vitest';

import type { EntryPolicy } from '../../contracts/entries';
import type { Link } from '../../contracts/links';
import type { Client } from '../support/client';
import { DOCUMENT, PROJECT, newDocument, newProject } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { nameOfLink, openLink } from '../support/visits';

const ROUNDS = 25;

const app = useApp();
const { editor, admin } = useActors(app);

const edit = (id: number, data: object, by: Client = editor) =>
  by<{ data: Link }>('PUT', `/share-links/links/${id}`, { data });
const db = () => app.strapi.db.connection;
const visits = () =>
  app.strapi.plugin('share-links').service('visits') as unknown as { flush(): Promise<void> };
const visit = async (token: string) => {
  const answer = await openLink(app, token);
  expect(answer.status).toBe(200);
};

describe('one link per entry', () => {
  it('stays one when somebody extends an expired link while another person creates one', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { documentId } = await newProject(app);
      const old = await shareEntry(app, { contentType: PROJECT, documentId });
      const past = new Date(Date.now() - 60_000);
      await app.strapi.db
        .query('plugin::share-links.link')
        .update({ where: { id: old.id }, data: { expiresAt: past.toISOString() } });
      await Promise.all([
        editor('POST', '/share-links/links', { data: { contentType: PROJECT, documentId } }),
        edit(old.id, { expiresIn: '1w' }, admin),
      ]);
      const { body } = await editor<{ data: Link[] }>(
        'GET',
        `/share-links/links?contentType=${PROJECT}&documentId=${documentId}&state=active`
      );
      expect(body.data).toHaveLength(1);
    }
  });
});

describe('two edits of one link', () => {
  afterEach(() => void vi.useRealTimers());

  it('in the same millisecond: an outdated one is still refused', async () => {
    const { id } = await shareEntry(app);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 1000);
    const first = await edit(id, { label: 'One' });
    const { updatedAt } = first.body.data;
    expect((await edit(id, { label: 'Two', updatedAt })).status).toBe(200);
    const late = await edit(id, { label: 'Three', updatedAt });
    expect(late.status).toBe(409);
    expect((await edit(id, { label: 'Four' })).status).toBe(200);
  });

  it('at the same time: each is stored, or refused with 409', async () => {
    const { id } = await shareEntry(app);
    for (let round = 0; round < ROUNDS; round += 1) {
      const [label, viewers] = await Promise.all([
        edit(id, { label: `Name ${round}` }),
        edit(id, { maxViewers: round + 100 }, admin),
      ]);
      const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${id}`);
      if (label.status === 200) expect(body.data.label).toBe(`Name ${round}`);
      else expect(label.status).toBe(409);
      if (viewers.status === 200) expect(body.data.maxViewers).toBe(round + 100);
      else expect(viewers.status).toBe(409);
    }
  });
});

describe('a limit on visitors', () => {
  it('that is set while visits are counted marks a full link as full', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, token } = await shareEntry(app);
      await Promise.all([visit(token), visit(token)]);
      await Promise.all([visits().flush(), edit(id, { maxViewers: 2 })]);
      await visits().flush();
      const row = (await db()('share_links').where({ id }).first()) as Record<string, number>;
      expect([row.viewer_count, Boolean(row.is_full)]).toEqual([2, true]);
    }
  });
});

describe('visits that are deleted while others arrive', () => {
  it('leave the rows, the days and the count of the link equal', async () => {
    const { id, token } = await shareEntry(app);
    const name = await nameOfLink(app, id);
    const old = Array.from({ length: 50 }, () => ({
      ...{ ...name, at: new Date(), outcome: 'opened' },
      ...{ is_returning: false, is_robot: false },
    }));
    for (let round = 0; round < 8; round += 1) {
      // So many rows that it takes a while to delete them.
      for (let some = 0; some < 50; some += 1) await db()('share_link_visits').insert(old);
      let isErased = false;
      const erasing = editor('DELETE', `/share-links/links/${id}/visits`).then(({ status }) => {
        isErased = true;
        return status;
      });
      while (!isErased) {
        await visit(token);
        await visits().flush();
      }
      expect(await erasing).toBe(200);
      await visits().flush();
      const [rows] = await db()('share_link_visits').where(name).count({ n: '*' });
      const [days] = await db()('share_link_visit_days').where(name).sum({ n: 'opened' });
      const link = (await db()('share_links').where({ id }).first()) as { view_count: number };
      const count = Number((rows as { n: unknown }).n);
      expect([Number((days as { n: unknown }).n ?? 0), link.view_count]).toEqual([count, count]);
    }
  });
});

describe('the share policy of an entry', () => {
  it('that several people set at once is stored in one row', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { documentId } = await newDocument(app);
      const set = (by: Client, policy: string) =>
        by<{ data: EntryPolicy }>('PUT', `/share-links/entries/${DOCUMENT}/${documentId}/policy`, {
          data: { policy },
        });
      if (round % 2) await set(editor, 'view');
      const answers = await Promise.all([
        set(editor, 'off'),
        set(admin, round % 3 ? 'view' : 'inherit'),
        set(admin, 'off'),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const rows = await db()('share_link_policies').where({ entry_document_id: documentId });
      expect(rows.length).toBeLessThanOrEqual(1);
    }
  });
});
