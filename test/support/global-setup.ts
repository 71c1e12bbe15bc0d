import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import { bootApp } from './app';
import { databaseServer } from './databases';
import { demoDir, rootDir } from './paths';

/** Seeds the database that the suites copy, unless it is newer than the built demo and plugin. */
export default async function setup(): Promise<void> {
  const built = [
    path.join(demoDir, 'dist/src/index.js'),
    path.join(rootDir, 'dist/server/index.js'),
  ];
  for (const file of built) {
    if (!existsSync(file)) throw new Error(`${file} is missing; run "npm test" to build it first`);
  }
  const newest = Math.max(...built.map((file) => statSync(file).mtimeMs));
  const databases = databaseServer();
  if (await databases.isNewerThan(newest)) return;

  await databases.clearTemplate();
  const app = await bootApp(databases.template);
  await app.stop();
}
