import { readdirSync, symlinkSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { mintToken } from '../../server/src/links/rules/token';
import { useCloud } from '../support/cloud';
import { later } from '../support/later';
import { demoDir } from '../support/paths';
import { TOOL } from '../support/http';
import { SIDES, expectRefused, filesOf, onPage } from '../support/shared-files';
import { bytesOf, changeUpload, demoUpload } from '../support/uploads';
import { useActor, useApp } from '../support/use-app';
import { FIREFOX } from '../support/visits';

const BROWSER = { 'User-Agent': FIREFOX };

const app = useApp();
const editor = useActor(app, 'editor');
const photo = later(() => demoUpload(app, 'poster-summer.jpg'));
const pdf = later(() => demoUpload(app, 'method.pdf'));
const { upload, share, get, face } = filesOf(app);

describe('a file', () => {
  it('is sent byte for byte, with the headers of all public answers', async () => {
    const { token } = await share([photo, pdf]);
    for (const [, at] of SIDES) {
      for (const file of [photo, pdf]) {
        const got = await get(at(token, `files/${file.id}`));
        expect(got.status).toBe(200);
        expect(got.bytes.equals(bytesOf(file))).toBe(true);
        expect(got.headers.get('content-type')).toBe(file.mime);
        expect(got.headers.get('content-length')).toBe(String(bytesOf(file).length));
        expect(got.headers.get('content-disposition')).toBe(`inline; filename="${file.name}"`);
        expect(got.headers.get('cache-control')).toBe('private, no-store');
        expect(got.headers.get('referrer-policy')).toBe('no-referrer');
        expect(got.headers.get('x-robots-tag')).toBe('noindex, nofollow');
        expect(got.headers.get('x-content-type-options')).toBe('nosniff');
        expect(got.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(got.headers.get('set-cookie')).toBeNull();
      }
    }
  });

  it('opens at each address on the page and in the JSON, in every size', async () => {
    const { token } = await share([photo, pdf]);
    const html = (await get(`/share/${token}`)).text;
    const shown = [...html.matchAll(/(?:src|href)="(\/share\/[^"]*files\/[^"]*)"/g)];
    const sizes = [...html.matchAll(/(\/share\/\S*files\/\S*) \d+w/g)];
    const json = JSON.parse((await get(`/api/share-links/public/${token}`)).text) as object;
    const listed = [...JSON.stringify(json).matchAll(/"url":"([^"]*files\/[^"]*)"/g)];
    expect(shown.length).toBeGreaterThanOrEqual(3);
    expect(sizes.length).toBeGreaterThan(2);
    expect(listed.length).toBeGreaterThan(4);
    for (const [, address = ''] of [...shown, ...sizes, ...listed]) {
      const { status, bytes } = await get(address);
      expect(status, address).toBe(200);
      expect(bytes.length).toBeGreaterThan(0);
    }
  });

  it('is available in the sizes that Strapi created, and in no other', async () => {
    const { token } = await share([photo]);
    const formats = Object.entries(photo.formats ?? {});
    expect(formats.length).toBeGreaterThan(1);
    for (const [size, format] of formats) {
      const got = await get(onPage(token, `files/${photo.id}?size=${size}`));
      expect(got.bytes.equals(bytesOf(format))).toBe(true);
    }
    const full = await get(onPage(token, `files/${photo.id}?size=full`));
    expect(full.bytes.equals(bytesOf(photo))).toBe(true);
    for (const query of [
      'size=huge',
      'size=',
      'size=__proto__',
      'size=constructor',
      'size=small&size=full',
      'size[]=small',
    ]) {
      await expectRefused(app, token, `files/${photo.id}?${query}`);
    }
  });

  it('answers HEAD with the status of GET and without headers of the file', async () => {
    const { token } = await share([pdf]);
    const head = await get(onPage(token, `files/${pdf.id}`), { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.bytes.length).toBe(0);
    for (const name of ['content-length', 'content-type', 'content-disposition', 'accept-ranges']) {
      expect(head.headers.get(name), name).toBeNull();
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('answers %s with 405', async (method) => {
    const { token } = await share([photo, pdf]);
    for (const [, at] of SIDES) {
      for (const rest of [`files/${pdf.id}`, 'files.zip', `fr/files/${pdf.id}`]) {
        const { status, headers } = await get(at(token, rest), { method });
        expect(status).toBe(405);
        expect(headers.get('allow')).toBe('GET, HEAD');
      }
    }
  });

  it('does not count as a view of the link', async () => {
    const { token, id } = await share([photo, pdf]);
    for (const rest of [`files/${pdf.id}`, `files/${photo.id}?size=small`, 'files.zip']) {
      expect((await get(onPage(token, rest), { headers: BROWSER })).status).toBe(200);
    }
    await get(`/share/${token}`, { headers: BROWSER });
    await expect
      .poll(async () => {
        const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${id}`);
        return body.data.viewCount;
      })
      .toBe(1);
  });
});

describe('a part of a file', () => {
  const part = (token: string, range: string, method = 'GET') =>
    get(onPage(token, `files/${pdf.id}`), { method, headers: { Range: range } });

  it.each(['bytes=0-0', 'bytes=10-19', 'bytes=100-', 'bytes=-100', 'bytes=50-99999999'])(
    'contains just those bytes: %s',
    async (range) => {
      const { token } = await share([pdf]);
      const whole = bytesOf(pdf);
      const [, first = '', last = ''] = /bytes=(\d*)-(\d*)/.exec(range) ?? [];
      const start = first === '' ? whole.length - Number(last) : Number(first);
      const end = first === '' || last === '' ? whole.length - 1 : Number(last);
      const got = await part(token, range);
      expect(got.status).toBe(206);
      expect(got.bytes.equals(whole.subarray(start, end + 1))).toBe(true);
      expect(got.headers.get('content-range')).toBe(
        `bytes ${start}-${Math.min(end, whole.length - 1)}/${whole.length}`
      );
      expect(got.headers.get('content-length')).toBe(String(got.bytes.length));
      expect(got.headers.get('accept-ranges')).toBe('bytes');
    }
  );

  it('that begins after the end is refused', async () => {
    const { token } = await share([pdf]);
    const size = bytesOf(pdf).length;
    const got = await part(token, `bytes=${size}-`);
    expect(got.status).toBe(416);
    expect(got.headers.get('content-range')).toBe(`bytes */${size}`);
    expect(got.bytes.length).toBe(0);
  });

  it('is the whole file when the range is invalid or the method is HEAD', async () => {
    const { token } = await share([pdf]);
    for (const range of ['bytes=5-1', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=x-']) {
      const got = await part(token, range);
      expect(got.status).toBe(200);
      expect(got.bytes.equals(bytesOf(pdf))).toBe(true);
    }
    expect((await part(token, 'bytes=0-1', 'HEAD')).status).toBe(200);
  });
});

describe('a file whose address is wrong or leads to nothing', () => {
  it('is refused like a file that does not exist', async () => {
    const file = await upload('gone.txt', 'gone', 'text/plain');
    const { token } = await share([file]);
    const uploads = path.join(demoDir, 'public/uploads');
    const link = path.join(uploads, 'link-to-env.txt');
    // An interrupted test run leaves this link behind.
    rmSync(link, { force: true });
    symlinkSync(path.join(demoDir, 'package.json'), link);
    for (const url of [
      '/uploads/never-was.txt',
      '/uploads/../../package.json',
      '/uploads/..%2f..%2fpackage.json',
      '/uploads/link-to-env.txt',
      '/uploads/.',
      '/uploads/',
      '/package.json',
      // PostgreSQL can’t store this text.
      ...(app.strapi.db.dialect.client === 'postgres' ? [] : ['/uploads/x\0.txt']),
      'file:///etc/hostname',
      'ftp://example.com/a.txt',
      'javascript:alert(1)',
      '//evil.example/a.txt',
    ]) {
      await changeUpload(app, file.id, { url });
      const got = await face(onPage(token, `files/${file.id}`));
      expect(got, url).toEqual(await face(onPage(mintToken(), `files/${file.id}`)));
      expect(got.status).toBe(404);
    }
    rmSync(link);
    await changeUpload(app, file.id, { url: file.url });
    expect((await get(onPage(token, `files/${file.id}`))).text).toBe('gone');
  });
});

describe('files on another host', () => {
  const cloud = useCloud(app);

  it('redirect to their own address when it is public', async () => {
    const file = await cloud.keep('elsewhere.pdf');
    const { token } = await share([file]);
    const signed = cloud.connect(false);
    const { status, headers } = await get(onPage(token, `files/${file.id}`));
    expect(status).toBe(302);
    expect(headers.get('location')).toBe(file.url);
    expect(signed).toEqual([]);
  });

  it('are in no archive, and the page offers none', async () => {
    const { token } = await share([await cloud.keep('a.pdf'), await cloud.keep('b.pdf')]);
    cloud.connect(false);
    await expectRefused(app, token, 'files.zip');
    expect((await get(`/share/${token}`)).text).not.toContain('files.zip');
  });

  it('load on the page only from hosts that the site allows', async () => {
    const { token } = await share([photo]);
    const before = app.strapi.config.get('middlewares');
    const csp = async () => (await get(`/share/${token}`)).headers.get('content-security-policy')!;
    expect(await csp()).toContain("img-src 'self'; media-src 'self';");
    const directives = {
      'img-src': ["'self'", 'data:', 'blob:', 'market-assets.strapi.io', 'bucket.example.com'],
      'media-src': ["'self'", 'https://*.films.example.com', "x; script-src 'unsafe-inline'"],
    };
    app.strapi.config.set('middlewares', [
      'strapi::errors',
      { name: 'strapi::security', config: { contentSecurityPolicy: { directives } } },
    ]);
    expect(await csp()).toContain(
      "img-src 'self' bucket.example.com; media-src 'self' https://*.films.example.com;"
    );
    app.strapi.config.set('middlewares', before);
  });
});

describe('a visitor who disconnects', () => {
  const openFiles = () => readdirSync('/dev/fd').length;

  it.each(['file', 'archive'])('in the middle of a %s leaves no file open', async (what) => {
    const big = await upload('big.mp4', Buffer.alloc(30_000_000, 1), 'video/mp4');
    const { token } = await share([big, photo]);
    const address = onPage(token, what === 'file' ? `files/${big.id}` : 'files.zip');
    await get(address, { method: 'HEAD' });
    const before = openFiles();
    await Promise.all(
      // One client may get so many archives at once.
      Array.from({ length: 4 }, async () => {
        await new Promise<void>((resolve, reject) => {
          const asked = request(app.url + address, { agent: false, headers: TOOL }, (response) => {
            if (response.statusCode !== 200) reject(new Error(`Status ${response.statusCode}`));
            response.once('data', () => {
              response.destroy();
              resolve();
            });
          });
          asked.on('error', reject).end();
        });
      })
    );
    await expect.poll(openFiles, { timeout: 10_000 }).toBeLessThanOrEqual(before);
  });
});
