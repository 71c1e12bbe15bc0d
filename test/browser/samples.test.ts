import { createServer } from 'node:http';
import type { Server } from 'node:http';
import path from 'node:path';

import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';

import { freshPage } from '../support/browser';
import { DOCUMENT, PROJECT, demoEntry, newDocument } from '../support/entries';
import { originOf } from '../support/example';
import { later } from '../support/later';
import { rootDir } from '../support/paths';
import { sampleWith } from '../support/samples';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';
import { publish } from '../support/versions';

const app = useApp();
const browser = useBrowser();

/** The script that the site runs now. */
let script = '';

/** A site of its own, on another origin than Strapi. */
const site = later(
  async () => {
    const server = createServer((request, response) => {
      const isScript = request.url === '/page.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      const page =
        '<!doctype html><body><img id="picture"><script type="module" src="/page.js"></script>';
      response.end(isScript ? script : page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  },
  (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()))
);

let project: string;

beforeAll(async () => {
  const { documentId } = await demoEntry(app, PROJECT, 'Lumen Energy customer portal');
  ({ token: project } = await shareEntry(app, { contentType: PROJECT, documentId }));
});

/** Opens a page that runs a sample, and what a site adds to it. */
async function open(token: string, sample: string, more = ''): Promise<Page> {
  const contents = (sample + more).replaceAll('https://cms.example.com', app.url);
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: rootDir, loader: 'ts' },
    alias: { 'strapi-plugin-share-links-client': path.join(rootDir, 'client/dist/index.mjs') },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  script = outputFiles[0]!.text;
  const page = await freshPage(browser);
  await page.goto(`${originOf(site)}/#${token}`);
  return page;
}

/** What a site has beside the samples that are functions. */
const opened = `
import { shareLink } from 'strapi-plugin-share-links-client';
const link = shareLink({ api: 'https://cms.example.com/api', token: location.hash.slice(1) });
await link.unlock('${PASSWORD}').catch(() => {});
const opened = await link.open();
if (opened.kind !== 'open') throw new Error(opened.kind);
`;

it('the shortest sample shows the title of a link', async () => {
  const page = await open(project, sampleWith('token: location.hash.slice(1) });').code);
  await page.waitForFunction(() => document.title === 'Lumen Energy customer portal');
});

it('the sample that opens a link shows its title and its date', async () => {
  const page = await open(project, sampleWith('storage: sessionStorage').code);
  await page.waitForFunction(() => document.title === 'Lumen Energy customer portal');
  expect(await page.locator('body').innerText()).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('the sample that refreshes shows what has changed', async () => {
  const { documentId } = await newDocument(app);
  const { token } = await shareEntry(app, { documentId, refreshSeconds: 5 });
  const page = await open(
    token,
    sampleWith('function keepFresh(').code,
    `${opened}
keepFresh(link, opened, (now) => {
  document.title = now.kind === 'open' ? now.entry.title : now.kind;
});
document.title = 'Waiting';`
  );
  await page.waitForFunction(() => document.title === 'Waiting');
  await publish(app, DOCUMENT, documentId, { title: 'Newer' });
  await page.waitForFunction(() => document.title === 'Newer');
});

it('the sample that fetches a picture of a guarded link draws it', async () => {
  const { documentId } = await demoEntry(app, PROJECT, 'Ticketless boarding for Harbour Line');
  const rules = { contentType: PROJECT, documentId, password: PASSWORD };
  const { token } = await shareEntry(app, rules);
  const page = await open(
    token,
    sampleWith('function draw(').code,
    `${opened}
const customer = opened.entry.fields.find(({ name }) => name === 'customer');
const logo = customer.value[0].fields.find(({ name }) => name === 'logo').value[0];
await draw(link, logo, document.getElementById('picture'));`
  );
  await page.waitForFunction(
    () => (document.getElementById('picture') as HTMLImageElement).naturalWidth > 0
  );
  expect(await page.locator('#picture').getAttribute('src')).toMatch(/^blob:/);
});
