import { expect, it } from 'vitest';

import { bootApp } from '../support/app';
import { login } from '../support/client';
import { databaseServer } from '../support/databases';
import { inDays } from '../support/dates';
import { holdReminders, mailEnv } from '../support/mails';
import { startNode } from '../support/nodes';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useMailServer } from '../support/use-app';

const post = useMailServer();

it('several nodes together send each reminder once', async () => {
  const database = await databaseServer().copy();
  const first = await bootApp(database, mailEnv(post));
  holdReminders(first);
  const client = await login(first, 'admin');
  await client('PUT', '/share-links/settings', { data: { reminderDays: 3 } });
  const links: Shared[] = [];
  for (let count = 0; count < 25; count += 1) {
    links.push(
      await shareEntry(first, { by: 'admin', label: `Many ${count}`, expiresAt: inDays(1) })
    );
  }
  await first.stop();

  const before = post.mails.length;
  const nodes = await Promise.all([1, 2].map(() => startNode(database, mailEnv(post))));
  try {
    const twice = [...nodes, ...nodes];
    await Promise.all(twice.map((node) => node.run('shareLinksReminders')));
  } finally {
    await Promise.all(nodes.map((node) => node.stop()));
    await database.drop();
  }
  const mails = post.mails.slice(before);
  for (const { label } of links) {
    expect(mails.filter(({ text }) => text.includes(`“${label}”`))).toHaveLength(1);
  }
  expect(mails).toHaveLength(links.length);
});
