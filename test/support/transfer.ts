import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

import type { App } from './app';
import type { Database } from './databases';
import { TEST_SECRETS, demoDir } from './paths';
import type { Site } from './site';

const requireFromDemo = createRequire(path.join(demoDir, 'package.json'));
const strapi = path.join(
  path.dirname(requireFromDemo.resolve('@strapi/strapi/package.json')),
  'bin/strapi.js'
);

/** Runs a command of Strapi in a site's folder, as its people do. */
async function runStrapi(
  { dir }: Pick<Site, 'dir'>,
  database: Database,
  ...args: string[]
): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [strapi, ...args], {
    cwd: dir,
    env: {
      ...process.env,
      ...TEST_SECRETS,
      ...database.env,
      DEMO_CONTENT: 'none',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    maxBuffer: 100_000_000,
  });
  return stdout + stderr;
}

/** Copies everything from one site to another, as a site does each week for its staging. */
export async function copyContent(
  from: { site: Site; database: Database },
  to: { site: Site; database: Database }
): Promise<void> {
  const file = path.join(from.site.dir, 'export');
  await runStrapi(from.site, from.database, 'export', '--no-encrypt', '--no-compress', '-f', file);
  await runStrapi(to.site, to.database, 'import', '--force', '-f', `${file}.tar`);
}

/** Pushes everything to a running site, as `strapi transfer` does. */
export async function pushContent(
  from: { site: Site; database: Database },
  to: App
): Promise<void> {
  const tokens = to.strapi.service('admin::transfer') as unknown as {
    token: { create(token: object): Promise<{ accessKey: string }> };
  };
  const { accessKey } = await tokens.token.create({
    name: 'Weekly copy',
    description: '',
    lifespan: null,
    permissions: ['push'],
  });
  const target = ['--to', `${to.url}/admin`, '--to-token', accessKey, '--force'];
  await runStrapi(from.site, from.database, 'transfer', ...target);
}
