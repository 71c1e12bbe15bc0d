import { beforeAll, describe, expect, it } from 'vitest';

import { LINK_UID } from '../../server/src/links/store/link-uid';
import { mintToken } from '../../server/src/links/rules/token';
import { PROJECT, newProject } from '../support/entries';
import { send } from '../support/http';
import { saveSettings } from '../support/settings';
import { PASSWORD, shareEntry } from '../support/sharing';
import { demoPictures } from '../support/uploads';
import { useApp } from '../support/use-app';

const app = useApp();
let file: number;

beforeAll(async () => {
  [file] = (await demoPictures(app, 1)) as [number];
});

const HTML = 'text/html; charset=utf-8';

/** What a browser sends with the address that a person reloads or has kept. */
const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

const ask = (method: string, path: string, body?: string) =>
  send(app.url + path, { method, headers: BROWSER, body });

/** Each path of the pages, as the app has registered it, with its places filled in. */
function pathsOf(token: string): string[] {
  const layers = app.strapi.server.listRoutes() as unknown as { path: string }[];
  const known: Record<string, string> = {
    token,
    fileId: String(file),
    first: 'fr',
    second: 'x'.repeat(24),
    file: 'page.js',
    '(.*)': 'a/b/c/d',
  };
  const paths = layers
    .map(({ path }) => path)
    .filter((path) => path === '/share' || path.startsWith('/share/'))
    .map((path) => path.replace(/:(\w+)|\(\.\*\)/g, (all, name) => known[name ?? all] ?? all));
  const more = ['/', '/comments', '/unlock/', '/search?q=', '/search?s=x', '/files', '/files/x'];
  return [...new Set([...paths, ...more.map((below) => `/share/${token}${below}`)])];
}

const past = () => new Date(Date.now() - 60_000).toISOString();
const future = () => new Date(Date.now() + 3_600_000).toISOString();

const LINKS: [string, object, object][] = [
  ['open', {}, {}],
  ['with a password', { password: PASSWORD }, {}],
  ['scheduled', {}, { startsAt: future() }],
  ['paused', {}, { pausedAt: past() }],
  ['expired', { password: PASSWORD }, { expiresAt: past() }],
  ['deleted', {}, { revokedAt: past() }],
];

async function linkOf(rules: object, state: object) {
  const { documentId } = await newProject(app, 'editor', { cover: file });
  const link = await shareEntry(app, { contentType: PROJECT, documentId, ...rules });
  await app.strapi.db.query(LINK_UID).update({ where: { id: link.id }, data: state });
  return link.token;
}

describe('whatever address a person reloads or has kept', () => {
  it.each(LINKS)('of a link that is %s answers a page', async (_state, rules, state) => {
    for (const refusal of ['uniform', 'explained']) {
      await saveSettings(app, { refusal });
      const token = await linkOf(rules, state);
      const paths = pathsOf(token);
      expect(paths.length).toBeGreaterThan(15);
      for (const path of paths) {
        const { status, headers, text } = await ask('GET', path);
        if (status === 303) continue;
        const isFile = status === 200 && /\/files[/.]|\.xml$/.test(path);
        const type = headers.get('content-type');
        expect([path, isFile || type]).toEqual([path, isFile || HTML]);
        if (!isFile) expect(text, path).toMatch(/^<!doctype html>/);
      }
    }
  });

  it('of a method that it has not answers a page to browsers, and a code to programs', async () => {
    const token = mintToken();
    for (const path of ['', '/fr', '/files.zip']) {
      const page = await ask('POST', `/share/${token}${path}`, 'x=1');
      expect([page.status, page.headers.get('content-type')]).toEqual([405, HTML]);
      expect(page.headers.get('allow')).toBe('GET, HEAD');
      const { text } = await send(`${app.url}/share/${token}${path}`, { method: 'POST' });
      expect(JSON.parse(text)).toMatchObject({
        error: { details: { code: 'method-not-allowed' } },
      });
    }
  });

  it('with a form that is too large answers a page', async () => {
    const { token } = await shareEntry(app);
    for (const below of ['search', 'unlock']) {
      const { status, headers } = await send(`${app.url}/share/${token}/${below}`, {
        method: 'POST',
        headers: BROWSER,
        body: new URLSearchParams({ q: 'x'.repeat(70_000) }),
      });
      expect([below, status, headers.get('content-type')]).toEqual([below, 413, HTML]);
    }
  });
});

describe('the address of the password form', () => {
  it('leads to the page of the link when it is reloaded, whatever the link is', async () => {
    const tokens = [mintToken(), '~'.repeat(32)];
    for (const [, rules, state] of LINKS) tokens.push(await linkOf(rules, state));
    for (const method of ['GET', 'HEAD']) {
      const answers = [];
      for (const token of tokens) {
        const { status, headers, text } = await ask(method, `/share/${token}/unlock?x=1`);
        const told = Object.fromEntries(headers);
        delete told.date;
        if (method === 'GET') expect(told.location).toBe(`/share/${token}`);
        answers.push(JSON.stringify([status, told, text]).replaceAll(token, 'TOKEN'));
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('[303,');
    }
  });

  it('leads to the page of a readable address when it is reloaded', async () => {
    const { slug } = await shareEntry(app, { slug: 'read-again', password: PASSWORD });
    const { headers } = await ask('GET', `/share/${slug}/unlock`);
    expect(headers.get('location')).toBe('/share/read-again');
  });
});
