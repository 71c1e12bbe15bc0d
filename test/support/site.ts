import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { bootApp } from './app';
import type { App, PluginOptions } from './app';
import { copyFolder } from './copy-folder';
import { databaseServer } from './databases';
import type { Database } from './databases';
import { later } from './later';
import { demoDir, rootDir } from './paths';

/** A site of its own: a copy of the demo's compiled code that a test may configure otherwise. */
export interface Site {
  dir: string;
  /** Sets the options of `config/plugins` for the next start; they are merged into the demo's. */
  plugins(options: Record<string, object>): void;
  /** Changes a schema, given by its file below `src`, for the next start. */
  schema(file: string, change: (schema: Schema) => void): void;
  /** Adds or removes a file below the site's folder, for the next start. */
  write(file: string, text: string): void;
  remove(file: string): void;
}

interface Schema {
  collectionName: string;
  info: Record<string, unknown>;
  options?: Record<string, unknown>;
  pluginOptions?: Record<string, unknown>;
  attributes: Record<string, Record<string, unknown>>;
}

/** The demo's configuration, with what the test has set. */
const PLUGINS = `
const demo = require('./plugins.demo.js').default;
const more = require('./plugins.test.json');
module.exports = (tools) => {
  const plugins = demo(tools);
  plugins['share-links'].resolve = ${JSON.stringify(rootDir)};
  for (const [name, options] of Object.entries(more)) {
    const config = { ...plugins[name]?.config, ...options.config };
    plugins[name] = { ...plugins[name], ...options, config };
  }
  return plugins;
};
`;

/** Files of a site by their path in the app's folder, as compiled code. */
export type SiteFiles = Record<string, string>;

/** Makes a site. Apps start on it with `bootSite`. */
function makeSite(files: SiteFiles = {}): Site & { drop(): void } {
  // Below the root, so that the site finds the same packages as the demo.
  const dir = path.join(rootDir, 'test/.tmp', `site-${randomBytes(4).toString('hex')}`);
  const at = (file: string) => path.join(dir, file);
  mkdirSync(dir, { recursive: true });
  for (const name of ['config', 'src']) {
    copyFolder(path.join(demoDir, 'dist', name), at(name));
  }
  for (const name of ['public', 'package.json', 'favicon.png']) {
    copyFolder(path.join(demoDir, name), at(name));
  }
  symlinkSync(path.join(demoDir, 'dist/build'), at('build'));
  cpSync(at('config/plugins.js'), at('config/plugins.demo.js'));
  writeFileSync(at('config/plugins.js'), PLUGINS);

  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
    forget(dir);
  };
  const site = {
    dir,
    plugins: (options: Record<string, object>) =>
      write('config/plugins.test.json', JSON.stringify(options)),
    schema(file: string, change: (schema: Schema) => void) {
      const schema = JSON.parse(readFileSync(at(`src/${file}`), 'utf8')) as Schema;
      change(schema);
      write(`src/${file}`, JSON.stringify(schema));
    },
    write,
    remove(file: string) {
      rmSync(at(file), { recursive: true });
      forget(dir);
    },
    drop: () => rmSync(dir, { recursive: true, force: true }),
  };
  site.plugins({});
  for (const [file, text] of Object.entries(files)) write(file, text);
  return site;
}

/** The folder of a site, for tests that change it between starts. */
export const useSiteFolder = (): Site =>
  later(
    async () => makeSite(),
    async (site) => (site as ReturnType<typeof makeSite>).drop()
  );

/** Node keeps each file that it has loaded. */
function forget(dir: string): void {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) if (file.startsWith(dir)) delete cache[file];
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
    [`src/api/${name}/content-types/${name}/schema.json`]: JSON.stringify(schema),
    [`src/api/${name}/controllers/${name}.js`]: factory('Controller'),
    [`src/api/${name}/services/${name}.js`]: factory('Service'),
    [`src/api/${name}/routes/${name}.js`]: factory('Router'),
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
    site.drop();
    if (!on) await database.drop();
  };
  try {
    return await bootApp(database, env, cleanUp, options, undefined, {
      appDir: site.dir,
      distDir: site.dir,
    });
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

/** What the demo says in `config/plugins`, with another declaration of the plugin. */
export const pluginsFile = (declaration: object): SiteFiles => ({
  'config/plugins.js': `
const demo = require('./plugins.demo.js').default;
module.exports = (tools) => ({
  ...demo(tools),
  'share-links': {
    enabled: true,
    resolve: ${JSON.stringify(rootDir)},
    ...${JSON.stringify(declaration)},
  },
});
`,
});
