import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Link, LinkList } from '../../contracts/links';
import { clientOf } from '../support/client';
import type { Client } from '../support/client';
import { NOTE, configFile, freshApp } from '../support/fresh-app';
import type { Language } from '../support/fresh-app';
import {
  install,
  lendLock,
  newFolder,
  pack,
  removeFolder,
  run,
  startSite,
  uninstall,
  writeFiles,
} from '../support/installs';
import type { PackageManager, RunningSite } from '../support/installs';

const ADMIN = { email: 'admin@example.com', password: 'Fresh-Passw0rd' };
const SECRET = 'Words of the note that somebody outside may read';
const CHANGED = 'Words that were changed while the plugin was off';

/** Each step needs those before it, as for a person who installs the plugin. */
describe.each<[Language, PackageManager]>([
  ['TypeScript', 'npm'],
  ['JavaScript', 'pnpm'],
])('a fresh %s app, installed with %s', (language, manager) => {
  const ending = language === 'TypeScript' ? 'ts' : 'js';
  let folder: string;
  let app: string;
  let link: Link;
  let documentId: string;

  beforeAll(async () => {
    folder = newFolder();
    app = path.join(folder, 'app');
    writeFiles(app, freshApp(language, await pack('.', folder)));
    if (manager === 'npm') lendLock(app);
    await install(app, manager, path.join(folder, 'tools'));
  });
  afterAll(() => removeFolder(folder));

  const strapi = (...args: string[]) =>
    run(app, process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', ...args], {
      NODE_ENV: 'production',
    });

  async function whileRunning(work: (site: RunningSite) => Promise<void>): Promise<void> {
    const site = await startSite(app);
    try {
      await work(site);
    } finally {
      await site.stop();
    }
    expect(site.log()).not.toMatch(/\berror\b/i);
  }

  const switchPlugin = (enabled: boolean) =>
    writeFiles(app, {
      [`config/plugins.${ending}`]: configFile(
        language,
        `{ 'share-links': { enabled: ${enabled} } }`
      ),
    });

  const compile = () => (language === 'TypeScript' ? run(app, 'npx', ['tsc']) : undefined);

  it('builds its panel', async () => {
    await strapi('build');
    const place = language === 'TypeScript' ? 'dist/build' : 'build';
    expect(existsSync(path.join(app, place, 'index.html'))).toBe(true);
  });

  it('has one copy of each package that the plugin shares with Strapi', () => {
    const { peerDependencies } = JSON.parse(
      readFileSync(path.join(app, 'node_modules/strapi-plugin-share-links/package.json'), 'utf8')
    ) as { peerDependencies: Record<string, string> };
    const from = (...packages: string[]) =>
      packages.reduce(
        (place, name) => realpathSync(createRequire(place).resolve(`${name}/package.json`)),
        path.join(app, 'package.json')
      );
    const plugin = createRequire(from('strapi-plugin-share-links'));
    const panel = createRequire(from('@strapi/strapi', '@strapi/admin'));
    const names = Object.keys(peerDependencies).filter((name) => !/strapi$|manager$/.test(name));
    expect(names).toContain('@strapi/utils');
    for (const name of names) expect(plugin.resolve(name)).toBe(panel.resolve(name));
  });

  it('shares an entry, which a visitor opens by the link', async () => {
    await whileRunning(async (site) => {
      const admin = await register(site);
      documentId = await createNote(admin);
      const data = { contentType: NOTE, documentId };
      const made = await admin<{ data: Link }>('POST', '/share-links/links', { data });
      expect(made.status, made.text).toBe(201);
      link = made.body.data;
      expect(await visit(site, link)).toContain(SECRET);
    });
  });

  it('starts with the plugin switched off, and opens nothing', async () => {
    switchPlugin(false);
    await compile();
    await whileRunning(async (site) => {
      const answer = await fetch(addressAt(site, link));
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain(SECRET);
      const admin = await login(site);
      const path = `/content-manager/collection-types/${NOTE}/${documentId}`;
      expect((await admin('PUT', path, { title: 'A note', text: CHANGED })).status).toBe(200);
      expect((await admin('POST', `${path}/actions/publish`, {})).status).toBe(200);
    });
  });

  it('has every link again when the plugin is switched on', async () => {
    switchPlugin(true);
    await compile();
    await whileRunning(async (site) => {
      expect(await visit(site, link)).toContain(CHANGED);
      const admin = await login(site);
      const { body } = await admin<LinkList>('GET', '/share-links/links');
      expect(body.data.map(({ id, state }) => [id, state])).toEqual([[link.id, 'active']]);
    });
  });

  it('starts after the plugin was uninstalled', async () => {
    await uninstall(app, manager, path.join(folder, 'tools'), 'strapi-plugin-share-links');
    const { dependencies } = JSON.parse(readFileSync(path.join(app, 'package.json'), 'utf8')) as {
      dependencies: object;
    };
    expect(Object.keys(dependencies)).not.toContain('strapi-plugin-share-links');
    writeFiles(app, { [`config/plugins.${ending}`]: configFile(language, '{}') });
    await compile();
    await whileRunning(async (site) => {
      expect((await fetch(addressAt(site, link))).status).toBe(404);
      await login(site);
    });
  });
});

/** Makes the first user, who is a super admin. */
async function register(site: RunningSite): Promise<Client> {
  const { body, status, text } = await clientOf(site)<{ data: { token: string } }>(
    'POST',
    '/admin/register-admin',
    { ...ADMIN, firstname: 'Ada', lastname: 'Admin' }
  );
  expect(status, text).toBe(200);
  return clientOf(site, body.data.token);
}

async function login(site: RunningSite): Promise<Client> {
  const { body, status, text } = await clientOf(site)<{ data: { token: string } }>(
    'POST',
    '/admin/login',
    ADMIN
  );
  expect(status, text).toBe(200);
  return clientOf(site, body.data.token);
}

async function createNote(admin: Client): Promise<string> {
  const path = `/content-manager/collection-types/${NOTE}`;
  const made = await admin<{ data: { documentId: string } }>('POST', `${path}/actions/publish`, {
    title: 'A note',
    text: SECRET,
  });
  expect(made.status, made.text).toBeLessThan(300);
  return made.body.data.documentId;
}

/** The path of a link, at the port on which the site runs now. */
const addressAt = (site: RunningSite, { url }: Link) => site.url + new URL(url!).pathname;

async function visit(site: RunningSite, link: Link): Promise<string> {
  const answer = await fetch(addressAt(site, link), { headers: { Accept: 'text/html' } });
  expect(answer.status).toBe(200);
  return answer.text();
}
