import { readFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { fieldOf, shareLink } from '../../client';
import type { OpenedEntry } from '../../client';
import { addressesInHtml, addressesInJson } from '../support/addresses';
import { DOCUMENT, PAGE, PROJECT, demoEntry, newProject } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Reply, Sending } from '../support/http';
import { demoPages } from '../support/pages';
import { demoDir } from '../support/paths';
import { saveSettings } from '../support/settings';
import { PASSWORD, shareEntry } from '../support/sharing';
import { newUpload } from '../support/uploads';
import { useApp } from '../support/use-app';
import { FIREFOX } from '../support/visits';

const app = useApp({ PUBLIC_URL: 'https://cms.example.com/cms' });

const ask = (address: string, { headers, ...sending }: Sending = {}): Promise<Reply> =>
  send(app.url + address, {
    ...sending,
    headers: { 'User-Agent': FIREFOX, Accept: 'text/html', ...headers },
  });

const askJson = async (address: string, headers: Record<string, string> = {}) =>
  JSON.parse((await send(`${app.url}/api/share-links/public/${address}`, { headers })).text) as {
    data: unknown;
    meta: { branding: { logo: string | null } };
  };

const pathOf = (address: string) => new URL(address).pathname.replace(/^(?:\/cms)?\/share\//, '');

describe('a site under a path', () => {
  /** The pages of the demo, by the part of their address below the prefix. */
  let pages: Record<string, string>;

  beforeAll(async () => {
    await saveSettings(app, { branding: { name: 'Studio', logo: '/favicon.png' } });
    const full = await demoPages(app);
    pages = Object.fromEntries(Object.entries(full).map(([name, url]) => [name, pathOf(url)]));
  });

  it('shows no address in a page that leaves the path', async () => {
    const seen = new Set<string>();
    for (const [name, below] of Object.entries(pages)) {
      const { text } = await ask(`/share/${below}`);
      const addresses = addressesInHtml(text);
      for (const address of addresses) seen.add(address.replace(/[\w-]{20,}|\d+/g, '…'));
      expect([name, addresses.filter((address) => !address.startsWith('/cms/'))]).toEqual([
        name,
        [],
      ]);
    }
    // The pages have each kind of address; without them this test would prove nothing.
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        '/cms/favicon.png',
        '/cms/share/…',
        '/cms/share/…/files.zip',
        '/cms/share/…/files/…',
        '/cms/share/…/fr',
        '/cms/share/…/search',
        '/cms/share/…/unlock',
        '/cms/share/…/…',
        expect.stringMatching(/^\/cms\/share\/assets\/page\./),
      ])
    );
  });

  it('shows no address in the JSON that leaves the path', async () => {
    const seen = new Set<string>();
    for (const below of Object.values(pages)) {
      const addresses = addressesInJson(await askJson(below));
      for (const address of addresses) seen.add(address.replace(/[\w-]{20,}|\d+/g, '…'));
      expect(addresses.filter((address) => !address.startsWith('/cms/'))).toEqual([]);
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        '/cms/favicon.png',
        '/cms/api/share-links/public/…/files/…',
        '/cms/api/share-links/public/…/files.zip',
      ])
    );
  });

  it('sends a visitor from an address with doubled slashes to the right one', async () => {
    const { token } = await shareEntry(app);
    for (const path of [`/cms/share//${token}`, `/share//${token}`]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 303]);
      const { pathname } = new URL(answer.headers.get('Location')!, app.url);
      expect([path, pathname]).toEqual([path, `/cms/share/${token}`]);
    }
  });

  it('finds pictures in texts, however the editor has written their address', async () => {
    const picture = readFileSync(path.join(demoDir, 'favicon.png'));
    const { url } = await newUpload(app, 'mark.png', picture, 'image/png');
    const description = [url, `/cms${url}`, `https://cms.example.com/cms${url}`]
      .map((address, index) => `![picture ${index}](${address})`)
      .join('\n\n');
    const { documentId } = await newProject(app, 'editor', { description });
    const { url: address } = await shareEntry(app, { contentType: PROJECT, documentId });
    const { text } = await ask(`/share/${pathOf(address!)}`);
    expect(text.match(/<img src="\/cms\/share\/[\w-]+\/files\/\d+\?size=full"/g)).toHaveLength(3);
  });

  it('sends results of a search, and visitors who give a password, to addresses in the path', async () => {
    const { documentId } = await demoEntry(app, PAGE, 'The studio');
    const rules = { by: 'admin' as const, contentType: PAGE, locale: 'en', includeChildren: true };
    const { url } = await shareEntry(app, { ...rules, documentId, password: PASSWORD });
    const token = pathOf(url!);
    const unlocked = await ask(`/share/${token}/unlock`, {
      method: 'POST',
      body: new URLSearchParams({ password: PASSWORD }),
    });
    expect(unlocked.headers.get('location')).toBe(`/cms/share/${token}`);
    expect(unlocked.headers.get('set-cookie')).toContain(`path=/cms/share/${token};`);
    const headers = { Cookie: cookieOf(unlocked) };
    const opened = await ask(`/share/${token}`, { headers });
    expect(opened.headers.get('set-cookie')).toContain(`path=/cms/share/${token};`);
    const searched = await ask(`/share/${token}/search`, {
      method: 'POST',
      body: new URLSearchParams({ q: 'studio' }),
      headers,
    });
    const results = searched.headers.get('location')!;
    expect(results).toMatch(new RegExp(`^/cms/share/${token}/search\\?s=`));
    const { text } = await ask(results.replace('/cms', ''), { headers });
    const addresses = addressesInHtml(text);
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((it) => !it.startsWith('/cms/'))).toEqual([]);
  });

  it('keeps a logo whose address has the path already', async () => {
    await saveSettings(app, { branding: { logo: '/cms/favicon.png' } });
    expect((await askJson(pages.project!)).meta.branding.logo).toBe('/cms/favicon.png');
    await saveSettings(app, { branding: { logo: '/favicon.png' } });
  });

  describe('behind a proxy that keeps the path', () => {
    it.each(['/cms', '//cms/', '/%63ms'])('answers everything below %s', async (base) => {
      const project = await ask(`${base}/share/${pages.project}`);
      expect(project.status).toBe(200);
      const file = addressesInHtml(project.text).find((it) => it.includes('/files/'))!;
      const script = addressesInHtml(project.text).find((it) => it.includes('/assets/'))!;
      for (const address of [file, script]) {
        const answer = await ask(address.replaceAll('&amp;', '&').replace('/cms', base));
        expect([address, answer.status]).toEqual([address, 200]);
      }
      const json = await send(`${app.url}${base}/api/share-links/public/${pages.project}`);
      expect(json.status).toBe(200);
      expect(json.headers.get('cache-control')).toBe('private, no-store');
      const sitemap = await ask(`${base}/share/sitemap.xml`);
      expect([sitemap.status, sitemap.headers.get('content-type')]).toEqual([
        200,
        'application/xml; charset=utf-8',
      ]);
    });

    it('refuses unknown links with the page, its headers and nothing in the log', async () => {
      const start = app.logs.length;
      const token = 'AbCdEfGhIjKlMnOpQrStUvWxYz012345';
      const answer = await ask(`/cms/share/${token}`);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('Invalid or expired public link');
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      const lines = app.logs.slice(start).join('\n');
      expect(lines).toContain('/share/AbCdEf');
      expect(lines).not.toContain(token);
    });

    it('leaves every other path alone', async () => {
      for (const other of ['/cmsx/share/', '/other/share/', '/CMS/share/', '/cms%2Fshare/']) {
        const answer = await ask(`${other}${pages.project}`);
        expect([other, answer.status]).toEqual([other, 404]);
        expect(answer.headers.get('content-type')).toContain('application/json');
      }
      expect((await ask('/cms/admin/init')).status).toBe(404);
    });
  });

  it('gives whole addresses to the client, for any address of the API', async () => {
    for (const api of [`${app.url}/api`, `${app.url}/cms/api`]) {
      const { token } = { token: pages.project! };
      const toApp: typeof fetch = (address, init) =>
        fetch(String(address).replace(`${app.url}/cms/api`, `${app.url}/api`), init);
      const link = shareLink({ api, token, fetch: (address, init) => toApp(address, init) });
      const { entry, meta } = (await link.open()) as OpenedEntry;
      const files = addressesInJson(entry);
      expect(files).toEqual([]);
      expect(meta.zip).toBe(`${api}/share-links/public/${token}/files.zip`);
      const documents = fieldOf(entry, 'attachments', 'media')?.value ?? [];
      expect(documents.length).toBeGreaterThan(0);
      const found = await link.file(documents[0]!);
      expect([documents[0]!.url.startsWith(`${api}/`), found.kind]).toEqual([true, 'file']);
    }
  });
});

describe('a site with two addresses', () => {
  const at = (host: string, address: string, headers: Record<string, string> = {}) =>
    ask(address, { headers: { Host: host, ...headers } });
  let token: string;

  beforeAll(async () => {
    await saveSettings(app, { publicUrl: 'https://share.example.org' });
    const { url } = await shareEntry(app, { password: PASSWORD, contentType: DOCUMENT });
    expect(url).toMatch(/^https:\/\/share\.example\.org\/share\//);
    token = url!.split('/').at(-1)!;
    return () => saveSettings(app, { publicUrl: null });
  });

  it.each([
    ['share.example.org', ''],
    ['cms.example.com', '/cms'],
    // The port and the host of a proxy that tells neither.
    ['cms.example.com:8080', '/cms'],
    ['127.0.0.1:1337', ''],
    ['evil.example', ''],
    ['evil.example/cms', ''],
  ])('answers visitors at %s with addresses below “%s”', async (host, base) => {
    const { text, status } = await at(host, `/share/${token}`);
    expect(status).toBe(401);
    expect(addressesInHtml(text)).toContain(`${base}/share/${token}/unlock`);
  });

  it.each([
    ['share.example.org', {}, true],
    ['127.0.0.1', {}, false],
    // Without `server.proxy`, nobody may say how the visitor is connected.
    ['127.0.0.1', { 'X-Forwarded-Proto': 'https' }, false],
    ['share.example.org', { 'X-Forwarded-Proto': 'http' }, true],
  ])('marks cookies as secure only on https: %s %j', async (host, headers, isSecure) => {
    const { headers: answered } = await send(`${app.url}/share/${token}/unlock`, {
      method: 'POST',
      headers: { Host: host, ...headers },
      body: new URLSearchParams({ password: PASSWORD }),
    });
    expect(answered.get('set-cookie')?.includes('; secure')).toBe(isSecure);
  });

  it.each([
    ['the host itself', 'share.example.org', 'https://share.example.org', 303],
    ['a host that the proxy hides', '127.0.0.1:1337', 'https://share.example.org', 303],
    ['the panel’s host, for the other one', 'share.example.org', 'https://cms.example.com', 403],
    ['another site', '127.0.0.1:1337', 'https://evil.example', 403],
  ])('takes the form from %s', async (_, host, origin, status) => {
    const answer = await send(`${app.url}/share/${token}/unlock`, {
      method: 'POST',
      headers: { Host: host, Origin: origin },
      body: new URLSearchParams({ password: PASSWORD }),
    });
    expect(answer.status).toBe(status);
  });
});
