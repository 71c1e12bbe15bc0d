import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { freshPage } from './browser';
import { demoDir } from './paths';

/**
 * Hosts the example as another site would: it changes only the address of Strapi’s API, which need
 * not be known before the first request for the page.
 */
export async function hostExample(api: () => string): Promise<Server> {
  const folder = path.join(demoDir, 'public');
  const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer((request, response) => {
    const isPage = request.url === '/example/';
    const file = path.join(folder, isPage ? '/example/index.html' : (request.url ?? ''));
    if (!file.startsWith(path.join(folder, 'example'))) return response.writeHead(404).end();
    const text = readFileSync(file, 'utf8').replace('data-api="/api"', `data-api="${api()}"`);
    response.setHeader('Content-Type', types[path.extname(file)] ?? 'text/html');
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export const originOf = (server: Server) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

export interface Visit {
  page: Page;
  /** Errors of the page and of its console. */
  problems: string[];
  /** Addresses that the page requested. */
  asked: string[];
}

/** Opens the example under Strapi’s own policy, unless axe must run. */
export async function visitExample(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {}
): Promise<Visit> {
  const page = await freshPage(browser, { bypassCSP: false, ...options });
  const problems: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // Chromium logs every 401 and 404 as an error, but they are normal answers.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) problems.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  return { page, problems, asked };
}

/** For each picture of the page, whether it is visible. */
export const isDrawn = (page: Page) =>
  page
    .locator('main img')
    .evaluateAll((all) =>
      (all as HTMLImageElement[]).map(({ complete, naturalWidth }) => complete && naturalWidth > 0)
    );
