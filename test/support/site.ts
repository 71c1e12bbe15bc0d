import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { bootApp } from './app';
import type { App, PluginOptions } from './app';
import { databaseServer } from './databases';
import type { Database } from './databases';
import { later } from './later';
import { demoDir, rootDir } from './paths';

/** Files of a site by their path in the app's folder, compiled code in `dist/`. */
export type SiteFiles = Record<string, string>;

/** A copy of the built demo with files of its own: other configuration, types or routes. */
function makeSite(files: SiteFiles): { dir: string; remove(): void } {
  const root = mkdtempSync(path.join(tmpdir(), 'share-links-site-'));
  const dir = path.join(root, 'app');
  // The demo's configuration finds the plugin in the folder above the app.
  for (const name of ['package.json', 'dist', 'node_modules']) {
    symlinkSync(path.join(rootDir, name), path.join(root, name));
  }
  mkdirSync(path.join(dir, 'public/uploads'), { recursive: true });
  for (const name of ['package.json', 'favicon.png']) {
    cpSync(path.join(demoDir, name), path.join(dir, name));
  }
  for (const name of ['config', 'src']) {
    cpSync(path.join(demoDir, 'dist', name), path.join(dir, 'dist', name), { recursive: true });
  }
  symlinkSync(path.join(demoDir, 'dist/build'), path.join(dir, 'dist/build'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), content);
  }
  return { dir, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The files of a content type as the content-type builder writes them. */
export function typeFiles(
  name: string,
  attributes: object,
  {
    plural = `${name}s`,
    ...more
  }: { plural?: string; kind?: string; collectionName?: string; options?: object } = {}
): SiteFiles {
  const schema = {
    kind: 'collectionType',
    collectionName: plural.replaceAll('-', '_'),
    info: { singularName: name, pluralName: plural, displayName: humanName(name) },
    options: { draftAndPublish: false },
    ...more,
    attributes,
  };
  const factory = (kind: string) =>
    `module.exports = require('@strapi/strapi').factories.createCore${kind}('api::${name}.${name}');`;
  return {
    [`dist/src/api/${name}/content-types/${name}/schema.json`]: JSON.stringify(schema),
    [`dist/src/api/${name}/controllers/${name}.js`]: factory('Controller'),
    [`dist/src/api/${name}/services/${name}.js`]: factory('Service'),
    [`dist/src/api/${name}/routes/${name}.js`]: factory('Router'),
  };
}

const humanName = (name: string) =>
  name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

/** Starts a site on a copy of the seeded database. Throws what stops its start. */
export async function startSite(
  files: SiteFiles,
  {
    env = {},
    options,
    on,
  }: { env?: Record<string, string>; options?: PluginOptions; on?: Database } = {}
): Promise<App> {
  const site = makeSite(files);
  const database = on ?? (await databaseServer().copy());
  const cleanUp = async () => {
    site.remove();
    if (!on) await database.drop();
  };
  try {
    return await bootApp(database, env, cleanUp, options, site.dir);
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

/** A site that runs for the tests of a file. */
export const useSite = (...args: Parameters<typeof startSite>): App =>
  later(
    () => startSite(...args),
    (app) => app.stop()
  );

/** What the demo says in `config/plugins`, with other options of the plugin. */
export function pluginsFile(declaration: object): SiteFiles {
  const demo = readFileSync(path.join(demoDir, 'dist/config/plugins.js'), 'utf8');
  const change = `
const demo = module.exports.default ?? exports.default;
exports.default = (given) => {
  const plugins = demo(given);
  const { resolve } = plugins['share-links'];
  return { ...plugins, 'share-links': { enabled: true, resolve, ...${JSON.stringify(declaration)} } };
};`;
  return { 'dist/config/plugins.js': demo + change };
}
