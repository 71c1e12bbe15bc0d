import { monitorEventLoopDelay } from 'node:perf_hooks';

import { expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { READ_ENTRY_ACTION, SHARE_ACTION } from '../../contracts/permissions';
import { LINK_UID } from '../../server/src/links/store';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import { DOCUMENT, createEntry, newDocument } from '../support/entries';
import { personWith } from '../support/people';

const MANY = 2_000;

/** How long 2,000 links of one maker take to follow what happens to them: `npm run bench`. */
it('2,000 links whose maker is deactivated, comes back, and loses a right', async () => {
  const app = await startApp();
  const admin = await login(app, 'admin');
  const grants = (conditions: string[] = [], fields?: string[]) =>
    [READ_ENTRY_ACTION, SHARE_ACTION].map((action) => ({
      action,
      subject: DOCUMENT,
      conditions,
      ...(fields ? { properties: { fields } } : {}),
    }));
  const person = await personWith(app, grants());
  const { documentId } = await newDocument(app);
  const { body } = await person.client<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType: DOCUMENT, documentId },
  });
  const documentIds: string[] = [];
  for (let index = 0; index < MANY; index += 1) {
    const entry = await createEntry(app, DOCUMENT, { title: `Document ${index}` });
    documentIds.push(entry.documentId);
  }
  await copyLink(app, body.data.id, documentIds);

  const rows = app.strapi.db.query(LINK_UID);
  const countTo = (suspended: number) =>
    expect
      .poll(
        () => rows.count({ where: { sharedById: person.id, suspendedAt: { $notNull: true } } }),
        { timeout: 120_000, interval: 20 }
      )
      .toBe(suspended);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const measure = async (name: string, change: () => Promise<unknown>, suspended: number) => {
    await change();
    delay.reset();
    delay.enable();
    const start = performance.now();
    const cpu = process.cpuUsage();
    await countTo(suspended);
    delay.disable();
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    console.log(
      `${name}: ${ms.toFixed(0)} ms, ${((user + system) / 1e3).toFixed(0)} ms of computing, event loop p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, at most ${(delay.max / 1e6).toFixed(0)} ms`
    );
  };
  const change = (data: object) => () => admin('PUT', `/admin/users/${person.id}`, data);
  const all = MANY + 1;
  await measure('deactivated', change({ isActive: false }), all);
  await measure('active again', change({ isActive: true }), 0);
  await measure('a field lost', () => person.grant(grants([], ['title'])), all);
  await measure('and given back', () => person.grant(grants()), 0);
  await measure('all by a condition', () => person.grant(grants(['admin::is-creator'])), all);
  await measure('given back', () => person.grant(grants()), 0);
  await app.stop();
}, 600_000);

async function copyLink(app: App, id: number, documentIds: string[]): Promise<void> {
  const knex = app.strapi.db.connection;
  const row = (await knex('share_links').where({ id }).first()) as Record<string, unknown>;
  const copies = documentIds.map((documentId, index) => ({
    ...row,
    id: undefined,
    document_id: `copy ${index}`,
    token_hash: `copy ${index}`,
    entry_document_id: documentId,
  }));
  await knex.batchInsert('share_links', copies, 20);
}
