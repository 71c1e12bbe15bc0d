import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { hashToken, mintToken } from '../../server/src/links/rules/token';
import { adminToken, clientOf, login } from '../support/client';
import { DOCUMENT, PROJECT, newProject, newDocument } from '../support/entries';
import { useApp } from '../support/use-app';
import { statementsOf } from '../support/visitors';

const app = useApp();

async function share(documentId: string, contentType: string = PROJECT) {
  const editor = await login(app, 'editor');
  const { body } = await editor<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType, documentId },
  });
  return { ...body.data, token: body.data.url!.split('/share/')[1]! };
}

/** How the database finds a link by its hash, as the database describes it. */
async function hashLookUpPlan(hash: string): Promise<string> {
  const { connection, dialect } = app.strapi.db;
  const explain = dialect.client === 'sqlite' ? 'explain query plan' : 'explain';
  return connection.transaction(async (transaction) => {
    // A table as small as this one is read completely by PostgreSQL, with or without an index.
    if (dialect.client === 'postgres') await transaction.raw('set local enable_seqscan = off');
    const statement = `${explain} select * from share_links where token_hash = '${hash}'`;
    const answer = (await transaction.raw(statement)) as { rows?: object[] } | object[];
    if (!Array.isArray(answer)) return JSON.stringify(answer.rows);
    // MariaDB adds a description of the columns to the rows.
    return JSON.stringify(dialect.client === 'mysql' ? answer[0] : answer);
  });
}

/** Queries that look up an address; what jobs ask at the same time does not count. */
const lookUps = (statements: string[]) =>
  statements.filter((sql) => /share_links.*\bwhere\b.*(token_hash|slug)/s.test(sql));
const get = (path: string) => clientOf(app)('GET', path);

describe('S53: a malformed address causes no look-up', () => {
  it.each(['ab', 'A'.repeat(33), 'a'.repeat(65), `${'a'.repeat(31)}%27`, '%00'.repeat(32), '-a-'])(
    '%s',
    async (token) => {
      for (const path of [`/share/${token}`, `/api/share-links/public/${token}`]) {
        expect(lookUps(await statementsOf(app, () => get(path)))).toEqual([]);
      }
    }
  );

  it('while an unknown token causes one, by the indexed hash', async () => {
    const token = mintToken();
    const statements = lookUps(await statementsOf(app, () => get(`/share/${token}`)));
    expect(statements).toHaveLength(1);
    expect(statements[0]).toContain('token_hash');
    expect(await hashLookUpPlan(hashToken(token))).toMatch(/using index|index scan|const table/i);
  });
});

it('a read needs as many queries for forty tasks as for one', async () => {
  const project = (count: number) =>
    newProject(app, 'editor', {
      taskGroups: [
        {
          title: 'Group',
          tasks: Array.from({ length: count }, (_, index) => ({ title: `Task ${index}` })),
        },
      ],
    });
  const count = async (tasks: number) => {
    const { token } = await share((await project(tasks)).documentId);
    const counts: number[] = [];
    for (let read = 0; read < 4; read += 1) {
      const statements = await statementsOf(app, () => get(`/share/${token}`));
      counts.push(statements.filter((sql) => sql.startsWith('select')).length);
    }
    // A job may query at the same time, which only adds queries, so the smallest count is right.
    return Math.min(...counts);
  };
  expect(await count(40)).toBe(await count(1));
});

it('S12: the database stores the hash of a token, not the token', async () => {
  const { token, id } = await share((await newProject(app)).documentId);
  const row = (await app.strapi.db.connection('share_links').where({ id }).first()) as object;
  const stored = JSON.stringify(row);
  expect(stored).not.toContain(token);
  expect(stored).toContain(hashToken(token));
});

it('S28: a visitor who is logged in gets the same page as a stranger', async () => {
  const { documentId } = await newProject(app);
  const { token } = await share(documentId);
  const jwt = await adminToken(app, 'admin');
  for (const path of [`/share/${token}`, `/api/share-links/public/${token}`]) {
    const stranger = await clientOf(app)('GET', path);
    const admin = await clientOf(app, jwt)('GET', path);
    expect(admin.text).toBe(stranger.text);
  }
  const invalid = await clientOf(app, 'not-a-token')('GET', `/share/${token}`);
  expect(invalid.status).toBe(200);
});

it('S36: a token is in no log line, and in no list for people who may not open it', async () => {
  const { token, id } = await share((await newProject(app, 'editor')).documentId);
  await get(`/share/${token}`);
  await get(`/api/share-links/public/${token}`);
  const author = await login(app, 'author');
  const list = await author('GET', '/share-links/links?pageSize=100');
  expect(list.text).not.toContain(token);
  expect((await author('GET', `/share-links/links/${id}`)).text).not.toContain(token);
  expect(app.logs.length).toBeGreaterThan(0);
  expect(app.logs.join('\n')).not.toContain(token);
});

it('S48: the token of a deleted link never opens anything again', async () => {
  const { documentId } = await newProject(app);
  const first = await share(documentId);
  const editor = await login(app, 'editor');
  await editor('DELETE', `/share-links/links/${first.id}`);
  const second = await share(documentId);
  expect(second.token).not.toBe(first.token);
  expect((await get(`/share/${first.token}`)).status).toBe(404);
  expect((await get(`/share/${second.token}`)).status).toBe(200);
});

it('C06: a clone of a shared entry is not shared', async () => {
  const { documentId } = await newDocument(app);
  await share(documentId, DOCUMENT);
  const cloned = await app.strapi.documents(DOCUMENT).clone({ documentId });
  const clone = cloned!.documentId;
  const editor = await login(app, 'editor');
  const { body } = await editor<{ data: { counts: object } }>(
    'GET',
    `/share-links/entries/${DOCUMENT}/${clone}`
  );
  expect(body.data.counts).toEqual({ live: 0, total: 0 });
});

it('C12: a related user is shown as a name and nothing else', async () => {
  const customer = await app.strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { email: 'customer@example.com' } });
  const { documentId } = await newProject(app, 'editor', {
    contact: (customer as { id: number }).id,
  });
  const { token } = await share(documentId);
  const { text } = await get(`/api/share-links/public/${token}`);
  expect(text).toContain('Carla Customer');
  expect(text).not.toMatch(/customer@example\.com|"provider"|"confirmed"/);
});
