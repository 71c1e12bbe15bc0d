import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Core } from '@strapi/strapi';
import type { z } from '@strapi/utils';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { linkAnswer, oneLinkAnswer } from '../../contracts/link-answer-schemas';
import {
  createLinkSchema,
  listLinksSchema,
  publicLinkSchema,
  updateLinkSchema,
} from '../../contracts/link-schemas';
import type { Link } from '../../contracts/links';
import { publicAnswer } from '../../contracts/shown-answer-schemas';
import { databaseServer } from '../support/databases';
import { DOCUMENT, demoEntry, newDocument, newProject } from '../support/entries';
import { send } from '../support/http';
import { newFolder, removeFolder, writeFiles } from '../support/installs';
import { rootDir } from '../support/paths';
import { startRedis } from '../support/redis';
import { startSampleSite } from '../support/sample-site';
import { sampleWith, samples, samplesIn } from '../support/samples';
import type { Sample } from '../support/samples';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';

const run = promisify(execFile);
const app = useApp();
let folder: string;

/** A folder with the packages that a site has, the two of this repository among them. */
beforeAll(() => {
  folder = newFolder();
  mkdirSync(path.join(folder, 'node_modules'));
  const packages = {
    'strapi-plugin-share-links': '.',
    'strapi-plugin-share-links-client': 'client',
    '@strapi': 'node_modules/@strapi',
    '@types': 'node_modules/@types',
    react: 'node_modules/react',
  };
  for (const [name, place] of Object.entries(packages)) {
    symlinkSync(path.join(rootDir, place), path.join(folder, 'node_modules', name));
  }
});
afterAll(() => removeFolder(folder));

/** The languages of samples, each with the tests below that run them. */
const RUN = ['ts', 'js', 'sh', 'json', 'css', 'txt'];

it('every code block is run, or says why it can not be', () => {
  expect(samples.length).toBeGreaterThan(15);
  const left = samples.filter(({ language, notRun }) => !RUN.includes(language) && !notRun);
  expect(left.map(({ place, language }) => `${place} ${language}`)).toEqual([]);
  const excused = samples.filter(({ notRun }) => notRun);
  expect(excused.length).toBeLessThan(samples.length / 5);
});

describe('a sample in TypeScript compiles under strict', () => {
  const strict = { strict: true, noEmit: true, esModuleInterop: true, skipLibCheck: true };
  /** As a new Strapi app and as a new front end compile. */
  const inStrapi = {
    ...strict,
    target: 'ES2019',
    lib: ['ES2020'],
    module: 'CommonJS',
    moduleResolution: 'Node10',
    types: ['node'],
  };
  const inFrontEnd = {
    ...strict,
    target: 'ES2022',
    lib: ['ES2022', 'DOM'],
    module: 'ESNext',
    moduleResolution: 'Bundler',
    types: [],
  };

  it.each(samplesIn('ts', 'tsx').map((sample) => [sample.place, sample] as const))(
    '%s',
    async (name, { code, file, language }) => {
      const source = `${name.replace(/\W/g, '-')}.${language}`;
      writeFiles(folder, { [source]: code });
      const options = JSON.stringify(file ? inStrapi : inFrontEnd);
      const script = path.join(rootDir, 'test/support/check-types.mjs');
      const args = [script, folder, options, path.join(folder, source)];
      const { stdout } = await run(process.execPath, args, { cwd: folder });
      expect(JSON.parse(stdout)).toEqual([]);
    }
  );
});

describe('a sample of configuration starts a site', () => {
  const isConfig = ({ file }: Sample) => /^config\//.test(file ?? '');

  it.each(
    samplesIn('ts', 'js')
      .filter(isConfig)
      .map((sample) => [sample.place, sample] as const)
  )(
    '%s',
    async (_, sample) => {
      const redis = sample.code.includes('REDIS_URL') ? await startRedis() : null;
      const database = await databaseServer().copy();
      const styles = samplesIn('css').filter(({ file }) => file && sample.code.includes(file));
      try {
        const site = await startSampleSite([sample, ...styles], database, {
          ...(redis ? { REDIS_URL: redis.url } : {}),
        });
        try {
          const page = await send(`${site.url}/share/${'x'.repeat(32)}`);
          expect(page.status).toBe(404);
          expect(page.text).toMatch(/^<!doctype html>.*public link/is);
          for (const { code } of styles) expect(page.text).toContain(firstRule(code));
          const origin = /origin: \['([^']+)'\]/.exec(sample.code)?.[1];
          if (origin) expect(await allowedOrigin(site.url, origin)).toBe(origin);
          expect(site.log()).not.toMatch(/\berror\b/i);
        } finally {
          await site.stop();
        }
      } finally {
        await redis?.stop();
        await database.drop();
      }
    },
    120_000
  );

  /** What the page must have of a style sheet. */
  const firstRule = (code: string) => /--accent: #\w+/.exec(code)![0];

  async function allowedOrigin(url: string, origin: string): Promise<string | null> {
    const path = `${url}/api/share-links/public/${'x'.repeat(32)}`;
    const { headers } = await send(path, { headers: { Origin: origin } });
    return headers.get('access-control-allow-origin');
  }
});

/** Compiles a sample and loads what it exports. Addresses of the example lead to the test's app. */
function load<T>({ code }: Sample): T {
  const outfile = path.join(folder, `loaded-${Math.random().toString(36).slice(2)}.cjs`);
  buildSync({
    stdin: {
      contents: code.replaceAll('https://cms.example.com', app.url),
      resolveDir: folder,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['react', '@strapi/*'],
  });
  return createRequire(outfile)(outfile) as T;
}

describe('code of a site', () => {
  it('shares an entry by the service', async () => {
    const { documentId } = await newProject(app);
    const { share } = load<{ share(strapi: Core.Strapi, documentId: string): Promise<Link> }>(
      sampleWith('function share(')
    );
    const link = await share(app.strapi, documentId);
    expect(link).toMatchObject({ documentId, label: 'From the nightly job', state: 'active' });
  });

  it('draws fields and entries', async () => {
    const { documentId } = await newDocument(app);
    const { token } = await shareEntry(app, { contentType: DOCUMENT, documentId });
    const { default: site } = load<{ default: { bootstrap(all: object): void } }>(
      sampleWith('renderContentType(')
    );
    site.bootstrap({ strapi: app.strapi });
    expect((await send(`${app.url}/share/${token}`)).text).toMatch(/<p>\d+ fields<\/p>/);
  });

  it('reads a link with the client, in Node.js', async () => {
    const { titleOf } = load<{ titleOf(token: string, password: string): Promise<string> }>(
      sampleWith('function titleOf(')
    );
    const title = 'Harbour Line: results of the trial runs';
    const { documentId } = await demoEntry(app, DOCUMENT, title);
    const { token } = await shareEntry(app, { documentId, password: PASSWORD });
    expect(await titleOf(token, PASSWORD)).toBe(title);
    expect(await titleOf(token, 'wrong password')).toBe('This link does not open');
  });
});

describe('commands', () => {
  it('with curl create, get and delete the link of an entry', async () => {
    const { documentId } = await newProject(app);
    const permissions = ['create', 'findOne', 'delete'].map(
      (action) => `plugin::share-links.public-link.${action}`
    );
    permissions.push('api::project.project.findOne');
    const token = await accessKey(permissions);
    const { code } = sampleWith('curl -X POST');
    const lines = code.split('\n').filter((line) => line.startsWith('curl'));
    expect(lines).toHaveLength(3);
    const states = [];
    for (const line of lines) {
      const { stdout } = await run(
        'bash',
        ['-ec', line.replace('https://cms.example.com', app.url).replace('curl ', 'curl -sf ')],
        { env: { ...process.env, DOCUMENT_ID: documentId, TOKEN: token } }
      );
      states.push((JSON.parse(stdout) as { data: Link }).data.state);
    }
    expect(states).toEqual(['active', 'active', 'revoked']);
  });

  it('of npm name scripts and packages that exist', () => {
    const manifest = (place: string) =>
      JSON.parse(readFileSync(path.join(rootDir, place, 'package.json'), 'utf8')) as {
        name: string;
        scripts?: Record<string, string>;
      };
    const packages = [manifest('.').name, manifest('client').name];
    // `npm run build` is a script of every Strapi app, and of this repository.
    const scripts = Object.keys(manifest('.').scripts ?? {});
    const commands = samplesIn('sh')
      .flatMap(({ code }) => code.split('\n'))
      .filter((line) => line !== '' && !/^(#|curl )/.test(line));
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      const [, verb, name] = /^npm (install|run|test)(?: ([\w-]+))?$/.exec(command) ?? [];
      if (verb === 'install') expect(packages).toContain(name);
      else expect(scripts, command).toContain(verb === 'run' ? name : verb);
    }
  });

  async function accessKey(permissions: string[]): Promise<string> {
    const tokens = app.strapi.service('admin::api-token') as unknown as {
      create(token: object): Promise<{ accessKey: string }>;
    };
    const token = { name: 'Sample', description: '', type: 'custom', lifespan: null, permissions };
    return (await tokens.create(token)).accessKey;
  }
});

describe('answers in JSON', () => {
  it.each(samplesIn('json').map(({ place, code }) => [place, code] as const))(
    '%s has exactly the fields that the app sends',
    (_, code) => {
      const value: unknown = JSON.parse(code);
      const fits = (schema: z.ZodType) => {
        const result = schema.safeParse(value);
        // Schemas leave unknown fields out of what they return.
        if (result.success) expect(result.data).toEqual(value);
        return result.success;
      };
      expect([oneLinkAnswer, publicAnswer].filter(fits)).toHaveLength(1);
    }
  );
});

describe('the description of REST', () => {
  const readme = readFileSync(path.join(rootDir, 'README.md'), 'utf8');
  const [, rest = ''] = /^## REST for programs\n(.*?)^## /ms.exec(readme) ?? [];
  const namesIn = (schema: { shape: object }) => Object.keys(schema.shape);

  it('names every field that creating and editing take, in the table of fields', () => {
    const [, table = ''] = /^(\| field .*?)\n\n/ms.exec(rest) ?? [];
    const named = [...table.matchAll(/^\| (`[^|]*`) +\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name!)
    );
    const taken = [createLinkSchema, updateLinkSchema, publicLinkSchema].flatMap(namesIn);
    const entry = ['contentType', 'documentId'];
    expect(named.sort()).toEqual(
      [...new Set(taken)].filter((name) => !entry.includes(name)).sort()
    );
  });

  it('names every filter of a list', () => {
    for (const name of namesIn(listLinksSchema)) expect(rest).toContain(`\`${name}\``);
  });

  it('shows every field of a link', () => {
    for (const name of namesIn(linkAnswer)) expect(rest).toContain(`"${name}":`);
  });
});

it('the line for robots.txt names the sitemap of the site', async () => {
  const { code } = sampleWith('Sitemap:');
  const address = code.replace(/^Sitemap: https:\/\/cms\.example\.com/, app.url).trim();
  const answer = await send(address);
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('<urlset');
});
