import { expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { READ_ENTRY_ACTION, SHARE_ACTION } from '../../contracts/permissions';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { startApp } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import { DOCUMENT, PROJECT, createEntry, newDocument } from '../support/entries';
import { personWith } from '../support/people';

const MANY = 2_000;

/**
 * Prints how long it takes until 2,000 links of one maker follow a change of the maker: `npm run
 * bench`.
 */
it('2,000 links whose maker is deactivated, is active again, and loses a right', async () => {
  const app = await startApp();
  const admin = await login(app, 'admin');
  const grants = (subject: string = DOCUMENT, conditions: string[] = []) =>
    [READ_ENTRY_ACTION, SHARE_ACTION].map((action) => ({ action, subject, conditions }));
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
  const measure = async (name: string, happen: () => Promise<unknown>, suspended: number) => {
    await happen();
    const turns = watchTurns();
    const start = performance.now();
    await countTo(suspended);
    const ms = performance.now() - start;
    const { sum, longest } = turns.stop();
    console.log(
      `${name}: ${ms.toFixed(0)} ms, ${sum.toFixed(0)} ms of computing, ${longest.toFixed(0)} ms in one turn at most`
    );
  };
  const change = (data: object) => () => admin('PUT', `/admin/users/${person.id}`, data);
  const all = MANY + 1;
  await measure('deactivated', change({ isActive: false }), all);
  await measure('active again', change({ isActive: true }), 0);
  await measure('the type lost', () => person.grant(grants(PROJECT)), all);
  await measure('and given back', () => person.grant(grants()), 0);
  await measure(
    'all by a condition',
    () => person.grant(grants(DOCUMENT, ['admin::is-creator'])),
    all
  );
  await measure('given back', () => person.grant(grants()), 0);
  await app.stop();
}, 600_000);

/**
 * The computing time in each turn of the event loop, however busy the machine is with other work.
 */
function watchTurns() {
  const start = process.cpuUsage();
  const of = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e3;
  let [longest, isOn] = [0, true];
  let last = process.cpuUsage();
  const turn = () => {
    longest = Math.max(longest, of(process.cpuUsage(last)));
    last = process.cpuUsage();
    if (isOn) setImmediate(turn);
  };
  turn();
  return {
    stop: () => {
      isOn = false;
      return { sum: of(process.cpuUsage(start)), longest };
    },
  };
}

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
