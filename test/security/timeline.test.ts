import { beforeAll, describe, expect, it } from 'vitest';

import { TIMELINE_EVENT_TYPES } from '../../contracts/links';
import type { TimelineEvent, TimelineList } from '../../contracts/links';
import { shareEntry } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { nameOfLink } from '../support/visits';

const PAUSES = 520;

const app = useApp();
const { admin, editor, author } = useActors(app);
let id: number;

const read = (query = '', by = editor) =>
  by<TimelineList>('GET', `/share-links/links/${id}/timeline${query}`);
const eventRow = (link: object, type: string) => ({
  ...{ ...link, type, actor_name: 'Edith Editor', changes: '[]' },
  ...{ created_at: new Date(), updated_at: new Date() },
});

/** Writes as many pauses as somebody may use to hide an event. */
async function pauseOften(): Promise<void> {
  const table = app.strapi.db.connection('share_link_events');
  const link = await nameOfLink(app, id);
  const types = Array.from({ length: PAUSES }, (_, at) => (at % 2 ? 'resume' : 'pause'));
  for (let start = 0; start < PAUSES; start += 40) {
    await table.clone().insert(types.slice(start, start + 40).map((type) => eventRow(link, type)));
  }
}

beforeAll(async () => {
  ({ id } = await shareEntry(app, { password: 'correct horse battery' }));
  expect((await admin('GET', `/share-links/links/${id}/password`)).status).toBe(200);
  expect((await editor('POST', `/share-links/links/${id}/rotate`)).status).toBe(200);
  await pauseOften();
  expect((await editor('DELETE', `/share-links/links/${id}`)).status).toBe(200);
});

describe('A14: a timeline that somebody filled with pauses', () => {
  it('can be read to its first event, page by page, with no event twice', async () => {
    const seen: TimelineEvent[] = [];
    let pageCount = 1;
    for (let page = 1; page <= pageCount; page += 1) {
      const { body } = await read(`?page=${page}`);
      seen.push(...body.data);
      ({ pageCount } = body.meta.pagination);
      expect(body.meta.pagination.total).toBe(PAUSES + 4);
    }
    expect(seen).toHaveLength(PAUSES + 4);
    const ids = seen.map((event) => event.id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect(seen.slice(-3).map(({ type }) => type)).toEqual([
      'rotate',
      'password-revealed',
      'create',
    ]);
  });

  it('can be filtered by type, which shows at once who read the password', async () => {
    const { body } = await read('?type=password-revealed');
    expect(body.data.map(({ type, by }) => [type, by.name])).toEqual([
      ['password-revealed', 'Ada Admin'],
    ]);
    expect(body.meta.pagination).toEqual({ page: 1, pageSize: 100, pageCount: 1, total: 1 });
  });

  it('can be filtered by several types', async () => {
    for (const query of [
      '?type=create,rotate,revoke',
      '?type=create&type=rotate&type=revoke',
      '?type[]=create&type[]=rotate&type[]=revoke',
    ]) {
      const { body } = await read(query);
      expect(body.data.map(({ type }) => type)).toEqual(['revoke', 'rotate', 'create']);
    }
  });

  it('starts with the newest events when the query is empty', async () => {
    const { body } = await read();
    expect(body.data[0]!.type).toBe('revoke');
    expect(body.data).toHaveLength(100);
    expect(body.meta.pagination).toMatchObject({ page: 1, pageSize: 100, total: PAUSES + 4 });
  });

  it.each([
    ['?page=0', 'page'],
    ['?page=x', 'page'],
    ['?pageSize=101', 'pageSize'],
    ['?type=', 'type'],
    ['?type=secret', 'type'],
    ['?type[a]=pause', 'type'],
    ['?limit=5', 'limit'],
    ['?linkId=1', 'linkId'],
  ])('refuses %s', async (query, field) => {
    const { status, body } = await editor('GET', `/share-links/links/${id}/timeline${query}`);
    expect([status, body.error?.details.code]).toEqual([400, 'invalid']);
    expect(body.error.details.errors?.[0]?.path[0]).toBe(field);
  });

  it('is refused to people who may not see the link, whatever the query', async () => {
    for (const query of ['', '?type=create', '?page=2', '?page=0']) {
      expect((await read(query, author)).status).toBe(403);
    }
  });

  it('has pages for the site’s own code, too', async () => {
    const links = app.strapi.plugin('share-links').service('links') as unknown as {
      timeline(id: number, by: object, query?: object): Promise<TimelineEvent[]>;
    };
    const by = { kind: 'system', name: 'Job' };
    expect(await links.timeline(id, by)).toHaveLength(100);
    const last = await links.timeline(id, by, { page: 6 });
    expect(last.at(-1)?.type).toBe('create');
    expect(await links.timeline(id, by, { type: ['create', 'revoke'] })).toHaveLength(2);
  });

  it('knows every type that an event can have', async () => {
    const { body } = await read(`?type=${TIMELINE_EVENT_TYPES.join(',')}`);
    expect(body.meta.pagination.total).toBe(PAUSES + 4);
  });
});
