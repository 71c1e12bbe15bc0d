import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rootDir } from '../support/paths';

const run = promisify(execFile);

let site: string;
let packed: string[];

/** Sets up a site that contains only the package, as npm installs it. */
beforeAll(async () => {
  site = realpathSync(mkdtempSync(path.join(tmpdir(), 'share-links-site-')));
  const packing = ['pack', '--json', '--pack-destination', site];
  const { stdout } = await run('npm', packing, { cwd: rootDir });
  const [pack] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = pack.files.map((file) => file.path);
  const place = path.join(site, 'node_modules/strapi-plugin-share-links');
  mkdirSync(place, { recursive: true });
  await run('tar', ['-xzf', path.join(site, pack.filename), '-C', place, '--strip-components=1']);
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

const NAMES = ['ShareLinkError', 'fieldOf', 'pictureAddress', 'shareLink'];

function write(name: string, content: string): string {
  const file = path.join(site, name);
  writeFileSync(file, content);
  return file;
}

const RESOLUTIONS = [
  ['Bundler', 'ESNext'],
  ['NodeNext', 'NodeNext'],
  ['Node10', 'CommonJS'],
] as const;

/** Compiles files of the site and returns the errors, also those in the types of the package. */
async function compile(
  [moduleResolution, module]: readonly [string, string],
  files: string[],
  types: string[] = []
): Promise<string[]> {
  const options = { strict: true, esModuleInterop: true, noEmit: true, types };
  const target = { target: 'ES2022', lib: ['ES2022', 'DOM'], module, moduleResolution };
  const script = path.join(rootDir, 'test/support/check-types.mjs');
  const args = [script, site, JSON.stringify({ ...options, ...target }), ...files];
  const { stdout } = await run(process.execPath, args, { cwd: site });
  return JSON.parse(stdout) as string[];
}

describe('the published package', () => {
  it('has one file of types for each export, and no internal types', () => {
    expect(packed.filter((file) => file.endsWith('.d.ts'))).toEqual([
      'dist/admin/index.d.ts',
      'dist/client/index.d.ts',
      'dist/server/index.d.ts',
    ]);
  });

  it('contains no source, no test and no source map', () => {
    const rest = packed.filter((file) => !/^dist\/.*(\.m?js|\.d\.ts)$/.test(file));
    expect(rest.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
  });
});

describe('the client in the published package', () => {
  it.each([
    ['import', "import * as client from 'strapi-plugin-share-links/client';", 'mjs'],
    ['require', "const client = require('strapi-plugin-share-links/client');", 'cjs'],
    ['import()', "const client = await import('strapi-plugin-share-links/client');", 'mjs'],
  ])('loads with %s', async (_, line, ending) => {
    const file = write(
      `site.${ending}`,
      `${line}\nconsole.log(JSON.stringify(Object.keys(client)))`
    );
    const { stdout } = await run(process.execPath, [file]);
    const names = JSON.parse(stdout) as string[];
    const isOurs = (name: string) => !/^(default|module\.exports)$/.test(name);
    expect(names.filter(isOurs).sort()).toEqual(NAMES);
  });

  it.each(RESOLUTIONS)('has types under the module resolution %s', async (...resolution) => {
    const good = write(
      'good.ts',
      `import { fieldOf, shareLink } from 'strapi-plugin-share-links/client';
import type { OpenedEntry, ShownFile } from 'strapi-plugin-share-links/client';
export async function logo(token: string): Promise<ShownFile | undefined> {
  const link = shareLink({ api: 'https://cms.example.com/api', token });
  const opened = await link.open();
  if (opened.kind === 'limited') throw new Error(String(opened.retryAfter.toFixed()));
  if (opened.kind !== 'open') return undefined;
  const entry: OpenedEntry['entry'] = opened.entry;
  return fieldOf(entry, 'logo', 'media')?.value[0];
}
`
    );
    const bad = write(
      'bad.ts',
      `import { shareLink } from 'strapi-plugin-share-links/client';
export const wrong = async () => (await shareLink({ api: '', token: '' }).open()).entry;
`
    );
    expect(await compile(resolution, [good, bad])).toEqual([
      expect.stringMatching(
        // The second line names one of the kinds that have no entry.
        /^bad\.ts: Property 'entry' does not exist .*\n +Property .* on type '(Limited|Locked)'/
      ),
    ]);
  });

  it('adds to a bundle only what is used, and needs nothing from Node', () => {
    const bundle = (line: string) =>
      buildSync({
        stdin: { contents: line, resolveDir: site },
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'browser',
        minify: true,
      }).outputFiles[0]!.text;
    const from = "from 'strapi-plugin-share-links/client'";
    expect(bundle(`import { fieldOf } ${from}`).trim()).toBe('');
    expect(bundle(`export { fieldOf } ${from}`)).not.toMatch(/fetch|If-None-Match/);
    expect(bundle(`export { shareLink } ${from}`)).toContain('If-None-Match');
  });
});

describe('the types of the server and of the panel', () => {
  /** Packages that a TypeScript site with Strapi also has installed. */
  beforeAll(() => {
    for (const name of ['@strapi', '@types', 'react']) {
      symlinkSync(path.join(rootDir, 'node_modules', name), path.join(site, 'node_modules', name));
    }
  });

  const server = `import type { Core } from '@strapi/strapi';
import plugin from 'strapi-plugin-share-links/strapi-server';
import type {
  FieldRenderer,
  Link,
  LinksService,
  SettingsService,
  ViewerService,
  VisitsService,
} from 'strapi-plugin-share-links/strapi-server';

export const label: FieldRenderer = (field, { locale }) => field.label + locale;
export async function share(strapi: Core.Strapi, documentId: string): Promise<Link> {
  const links: LinksService = strapi.plugin('share-links').service('links');
  const visits: VisitsService = strapi.plugin('share-links').service('visits');
  await visits.flush();
  const { paused } = await strapi.plugin('share-links').service<SettingsService>('settings').get();
  strapi.plugin('share-links').service<ViewerService>('viewer').renderField('json', label);
  if (paused === false) console.log('open');
  const link = { contentType: 'api::project.project', documentId };
  return links.create(link, { kind: 'system', name: 'Nightly job' });
}
export const wrong: number = plugin.register;
`;
  const admin = `import panel from 'strapi-plugin-share-links/strapi-admin';
export const wrong: number = panel.register;
`;

  it.each(RESOLUTIONS)('compile under the module resolution %s', async (...resolution) => {
    const files = [write('server.ts', server)];
    const wrong = [expect.stringMatching(/^server\.ts: .* is not assignable to type 'number'/)];
    // Under Node10, Strapi’s own types of the panel can’t be found, even without this plugin.
    if (resolution[0] !== 'Node10') {
      files.push(write('admin.ts', admin));
      wrong.unshift(expect.stringMatching(/^admin\.ts: .* is not assignable to type 'number'/));
    }
    expect((await compile(resolution, files, ['node'])).sort()).toEqual(wrong);
  });
});
