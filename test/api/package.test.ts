import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rootDir } from '../support/paths';

const run = promisify(execFile);

let site: string;

/** A site that has nothing but the package, as npm would put it there. */
beforeAll(async () => {
  site = mkdtempSync(path.join(tmpdir(), 'share-links-site-'));
  const packing = ['pack', '--json', '--pack-destination', site];
  const { stdout } = await run('npm', packing, { cwd: rootDir });
  const [{ filename = '' } = {}] = JSON.parse(stdout) as { filename?: string }[];
  const place = path.join(site, 'node_modules/strapi-plugin-share-links');
  mkdirSync(place, { recursive: true });
  await run('tar', ['-xzf', path.join(site, filename), '-C', place, '--strip-components=1']);
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

const NAMES = ['ShareLinkError', 'fieldOf', 'pictureAddress', 'shareLink'];

function write(name: string, content: string): string {
  const file = path.join(site, name);
  writeFileSync(file, content);
  return file;
}

describe('the client in the published package', () => {
  it.each([
    ['import', "import * as client from 'strapi-plugin-share-links/client';", 'mjs'],
    ['require', "const client = require('strapi-plugin-share-links/client');", 'cjs'],
    ['import()', "const client = await import('strapi-plugin-share-links/client');", 'mjs'],
  ])('can be had by %s', async (_, line, ending) => {
    const file = write(
      `site.${ending}`,
      `${line}\nconsole.log(JSON.stringify(Object.keys(client)))`
    );
    const { stdout } = await run(process.execPath, [file]);
    const names = JSON.parse(stdout) as string[];
    const isOurs = (name: string) => !/^(default|module\.exports)$/.test(name);
    expect(names.filter(isOurs).sort()).toEqual(NAMES);
  });

  it.each([
    ['Bundler', 'ESNext'],
    ['NodeNext', 'NodeNext'],
    ['Node10', 'CommonJS'],
  ])('has its types under the resolution %s', async (moduleResolution, module) => {
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
    const options = ['--noEmit', '--strict', '--target', 'ES2022', '--lib', 'ES2022,DOM'];
    const resolution = ['--module', module, '--moduleResolution', moduleResolution];
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const args = [tsc, ...options, ...resolution, good, bad];
    const { stdout } = await run(process.execPath, args, { cwd: site }).catch(
      (error: unknown) => error as { stdout: string }
    );
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/bad\.ts\(2,\d+\): error TS2339: Property 'entry' does not exist/),
      // The kind that it does not exist on.
      expect.stringMatching(/^ +Property 'entry' does not exist on type 'Locked'/),
    ]);
  });

  it('leaves a bundle what it uses of it, and needs nothing of Node', () => {
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
