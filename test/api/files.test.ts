import { readdirSync, symlinkSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';

import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { mintToken } from '../../server/src/links/token';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Sending } from '../support/http';
import { demoDir } from '../support/paths';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { bytesOf, changeUpload, newUpload } from '../support/uploads';
import type { Upload } from '../support/uploads';
import { useActor, useApp } from '../support/use-app';
import { FIREFOX, unlockLink } from '../support/visits';

const PASSWORD = 'correct horse battery';
const BROWSER = { 'User-Agent': FIREFOX };
const HTML = '<!doctype html><script>alert(1)</script>';

const app = useApp();
const editor = useActor(app, 'editor');
const admin = useActor(app, 'admin');
let photo: Upload;
let pdf: Upload;

beforeAll(async () => {
  const limits = { unknownPerMinute: 1_000_000, readsPerMinute: 1_000_000 };
  await admin('PUT', '/share-links/settings', { data: { limits } });
  photo = await demoUpload('poster-summer.jpg');
  pdf = await demoUpload('method.pdf');
});

async function demoUpload(name: string): Promise<Upload> {
  const found = await app.strapi.db.query('plugin::upload.file').findOne({ where: { name } });
  return found as Upload;
}

const upload = (name: string, content: Buffer | string, mime: string) =>
  newUpload(app, name, content, mime);

/** A link to a new document with these files. */
async function share(files: Upload[], rules: object = {}): Promise<Shared> {
  const { documentId } = await newDocument(app, 'editor', { files: files.map(({ id }) => id) });
  return shareEntry(app, { documentId, ...rules });
}

const get = (address: string, sending?: Sending) => send(app.url + address, sending);

/** Both addresses of something below a link. */
const SIDES = [
  ['page', (token: string, rest: string) => `/share/${token}/${rest}`],
  ['JSON', (token: string, rest: string) => `/api/share-links/public/${token}/${rest}`],
] as const;
const onPage = SIDES[0][1];

/** Everything of an answer by which it could be told from another. */
async function face(address: string, sending?: Sending) {
  const { status, headers, text } = await get(address, sending);
  const all = Object.fromEntries(headers);
  delete all.date;
  return { status, headers: all, text };
}

/** As if there had never been such a link, in both ways of refusing. */
async function expectRefused(
  token: string,
  rest: string,
  refusals = ['uniform', 'explained']
): Promise<void> {
  for (const refusal of refusals) {
    await admin('PUT', '/share-links/settings', { data: { refusal } });
    for (const [side, at] of SIDES) {
      const refused = await face(at(token, rest));
      expect(refused.status, `${side}: ${rest}`).toBe(404);
      expect(refused, `${side}: ${rest}`).toEqual(await face(at(mintToken(), rest)));
    }
  }
  await admin('PUT', '/share-links/settings', { data: { refusal: 'uniform' } });
}

describe('a file', () => {
  it('is sent byte for byte, under the headers of everything public', async () => {
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

  it('is what the addresses of the page and of the JSON lead to, in every size', async () => {
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

  it('comes in the sizes that Strapi has made, and in no other', async () => {
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
      await expectRefused(token, `files/${photo.id}?${query}`);
    }
  });

  it('answers HEAD with the status of GET, and with nothing of the file', async () => {
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

  it('is no view of the link', async () => {
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
    '%s is what lies there',
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

  it('behind the end can’t be had', async () => {
    const { token } = await share([pdf]);
    const size = bytesOf(pdf).length;
    const got = await part(token, `bytes=${size}-`);
    expect(got.status).toBe(416);
    expect(got.headers.get('content-range')).toBe(`bytes */${size}`);
    expect(got.bytes.length).toBe(0);
  });

  it('asked for wrongly is all of it, and HEAD has no parts', async () => {
    const { token } = await share([pdf]);
    for (const range of ['bytes=5-1', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=x-']) {
      const got = await part(token, range);
      expect(got.status).toBe(200);
      expect(got.bytes.equals(bytesOf(pdf))).toBe(true);
    }
    expect((await part(token, 'bytes=0-1', 'HEAD')).status).toBe(200);
  });
});

describe('S40: what a browser may do with a file', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>';
  const SAVED = 'application/octet-stream';

  it.each([
    ['logo.svg', SVG, 'image/svg+xml', 'image/svg+xml', 'attachment'],
    ['page.html', HTML, 'text/html', SAVED, 'attachment'],
    ['page.xhtml', HTML, 'application/xhtml+xml', SAVED, 'attachment'],
    ['feed.xml', '<a/>', 'application/xml', SAVED, 'attachment'],
    ['code.js', 'alert(1)', 'text/javascript', SAVED, 'attachment'],
    ['sheet.csv', 'a,b', 'text/csv', SAVED, 'attachment'],
    ['bundle.zip', 'PK', 'application/zip', SAVED, 'attachment'],
    ['disguised.html', HTML, 'text/plain', SAVED, 'attachment'],
    ['note.txt', HTML, 'text/plain', 'text/plain; charset=utf-8', 'inline'],
    ['tone.mp3', 'ID3', 'audio/mpeg', 'audio/mpeg', 'inline'],
    ['film.mp4', 'ftyp', 'video/mp4', 'video/mp4', 'inline'],
  ])('%s', async (name, content, mime, type, disposition) => {
    const file = await upload(name, content, mime);
    const { token } = await share([file]);
    const got = await get(onPage(token, `files/${file.id}`));
    expect(got.text).toBe(content);
    expect(got.headers.get('content-type')).toBe(type);
    expect(got.headers.get('content-disposition')).toBe(`${disposition}; filename="${name}"`);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*\bsandbox$/);
  });

  it('follows the database’s name and type, whichever is worse', async () => {
    const file = await upload('a.png', HTML, 'image/png');
    const { token } = await share([file]);
    const address = onPage(token, `files/${file.id}`);
    for (const change of [
      { name: 'a.html' },
      { name: 'a', ext: '.svg' },
      { name: 'a.png', ext: '.png', mime: 'text/html' },
      { mime: 'image/png\r\nX-Evil: 1' },
    ]) {
      await changeUpload(app, file.id, change);
      const { status, headers } = await get(address);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe(SAVED);
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('x-evil')).toBeNull();
    }
  });

  it.each([
    ['a"b\\c.pdf', 'inline; filename="a b c.pdf"'],
    ['../../etc/passwd', 'inline; filename="etc passwd.pdf"'],
    ['x\r\nSet-Cookie: a=b.pdf', 'inline; filename="x Set-Cookie a=b.pdf"'],
    ['Größe.pdf', `inline; filename="Gro_e.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf`],
    ['invoice\u202efdp.exe', 'inline; filename="invoice fdp.exe.pdf"'],
    ['数据', `inline; filename="file.pdf"; filename*=UTF-8''%E6%95%B0%E6%8D%AE.pdf`],
    ['x'.repeat(250), `inline; filename="${'x'.repeat(176)}.pdf"`],
  ])('is saved as %j under a harmless name', async (name, disposition) => {
    const file = await upload('plan.pdf', '%PDF-1.4', 'application/pdf');
    await changeUpload(app, file.id, { name });
    const { token } = await share([file]);
    const { status, headers } = await get(onPage(token, `files/${file.id}`));
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(disposition);
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('nothing is a file of a link but what the link shows', () => {
  it('not those of another entry, of another link, or of nobody', async () => {
    const { token } = await share([pdf]);
    const free = await upload('free.txt', 'free', 'text/plain');
    for (const id of [
      photo.id,
      free.id,
      999_999,
      0,
      '-1',
      '1.0',
      '1e1',
      `0${pdf.id}`,
      'x',
      '%00',
    ]) {
      await expectRefused(token, `files/${id}`);
    }
    for (const rest of [`files/${pdf.id}/1`, 'files', 'files/', 'files.zip/1']) {
      await expectRefused(token, rest, ['uniform']);
    }
  });

  it('not those of fields that it does not show, and not at another place', async () => {
    const { documentId } = await newProject(app, 'editor', {
      cover: photo.id,
      attachments: [pdf.id],
    });
    const { token } = await shareEntry(app, {
      contentType: PROJECT,
      documentId,
      fields: ['title', 'cover'],
    });
    expect((await get(onPage(token, `files/${photo.id}`))).status).toBe(200);
    await expectRefused(token, `files/${pdf.id}`);
    for (const place of ['fr', 'a'.repeat(24), `fr/${'a'.repeat(24)}`, 'files', '..%2f']) {
      await expectRefused(token, `${place}/files/${photo.id}`, ['uniform']);
      await expectRefused(token, `${place}/files.zip`, ['uniform']);
    }
  });

  it('not those of a field that has become private', async () => {
    const { documentId } = await newProject(app, 'editor', {
      cover: photo.id,
      attachments: [pdf.id],
    });
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    expect((await get(onPage(token, `files/${pdf.id}`))).status).toBe(200);
    const { attachments } = app.strapi.contentTypes[PROJECT]!.attributes as Record<string, object>;
    Object.assign(attachments!, { private: true });
    await expectRefused(token, `files/${pdf.id}`);
    expect((await get(onPage(token, `files/${photo.id}`))).status).toBe(200);
    Object.assign(attachments!, { private: false });
  });

  it('but those inside its texts, for as long as they are in there', async () => {
    const text = (url: string) => ({ description: `Look:\n\n![A poster](${url})` });
    const { documentId } = await newProject(app, 'editor', text(photo.url));
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    const [, src = ''] = /<img src="([^"]*)"/.exec((await get(`/share/${token}`)).text) ?? [];
    expect(src).toBe(onPage(token, `files/${photo.id}?size=full`));
    expect((await get(src)).bytes.equals(bytesOf(photo))).toBe(true);
    await app.strapi
      .documents(PROJECT)
      .update({ documentId, status: 'published', data: text(pdf.url) as never });
    await expectRefused(token, `files/${photo.id}?size=full`);
  });

  it('at its own place: files of a child are with the child', async () => {
    const parent = await newProject(app, 'editor', { cover: photo.id });
    const child = await newDocument(app, 'editor', {
      project: parent.documentId,
      files: [pdf.id],
    });
    const { token } = await shareEntry(app, {
      contentType: PROJECT,
      documentId: parent.documentId,
      fields: ['title', 'cover'],
      includeChildren: true,
    });
    for (const [, at] of SIDES) {
      const got = await get(at(token, `${child.documentId}/files/${pdf.id}`));
      expect(got.bytes.equals(bytesOf(pdf))).toBe(true);
    }
    await expectRefused(token, `files/${pdf.id}`);
    await expectRefused(token, `${child.documentId}/files/${photo.id}`);
    const policy = `/share-links/entries/${DOCUMENT}/${child.documentId}/policy`;
    expect((await editor('PUT', policy, { data: { policy: 'off' } })).status).toBe(200);
    await expectRefused(token, `${child.documentId}/files/${pdf.id}`, ['uniform']);
  });

  it('in the language it is looked at in', async () => {
    const gallery = (image: Upload, title: string) => ({
      title,
      sections: [{ __component: 'sections.gallery', pictures: [image.id] }],
    });
    const mark = await demoUpload('museum-mark.png');
    const { documentId } = await createEntry(app, PAGE, gallery(photo, 'One'), { locale: 'en' });
    await app.strapi.documents(PAGE).update({
      documentId,
      locale: 'fr',
      status: 'published',
      data: gallery(mark, 'Un') as never,
    });
    const { token } = await shareEntry(app, {
      contentType: PAGE,
      documentId,
      locale: 'en',
      locales: ['fr'],
    });
    expect((await get(onPage(token, `files/${photo.id}`))).status).toBe(200);
    expect((await get(onPage(token, `fr/files/${mark.id}`))).status).toBe(200);
    await expectRefused(token, `files/${mark.id}`);
    await expectRefused(token, `fr/files/${photo.id}`);
  });
});

describe('behind the same doors as the page', () => {
  it('a password', async () => {
    const { token } = await share([photo, pdf], { password: PASSWORD });
    for (const rest of [`files/${pdf.id}`, `files/${photo.id}?size=small`, 'files.zip']) {
      const page = await get(onPage(token, rest));
      expect(page.status).toBe(401);
      expect(page.text).toContain(`action="/share/${token}/unlock"`);
      const json = await get(SIDES[1][1](token, rest));
      expect(json.status).toBe(401);
      expect(json.text).toContain('"password-required"');
    }
    const cookie = cookieOf(await unlockLink(app, token, PASSWORD));
    const got = await get(onPage(token, `files/${pdf.id}`), { headers: { Cookie: cookie } });
    expect(got.bytes.equals(bytesOf(pdf))).toBe(true);
    expect((await get(onPage(token, 'files.zip'), { headers: { Cookie: cookie } })).status).toBe(
      200
    );
  });

  it('a limit on visitors, which whoever may have a file has passed', async () => {
    const { token } = await share([photo, pdf], { maxViewers: 1 });
    const address = onPage(token, `files/${pdf.id}`);
    const visitor = { headers: BROWSER };
    // What is none of its files takes nobody's place.
    const none = await get(onPage(token, 'files/999999'), visitor);
    expect(none.headers.get('set-cookie')).toBeNull();
    const first = await get(address, visitor);
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toContain(`path=/share/${token};`);
    expect(await face(address, visitor)).toEqual(await face(onPage(mintToken(), 'files/1')));
    const again = { headers: { ...BROWSER, Cookie: cookieOf(first) } };
    expect((await get(address, again)).status).toBe(200);
    expect((await get(`/share/${token}`, again)).status).toBe(200);
  });
});

describe('a link without downloads', () => {
  it('serves what its page shows and nothing to take away', async () => {
    const film = await upload('film.mp4', 'ftyp', 'video/mp4');
    const logo = await upload('logo.svg', '<svg/>', 'image/svg+xml');
    const { token } = await share([photo, pdf, film, logo], { allowDownload: false });
    for (const shown of [
      `files/${photo.id}?size=small`,
      `files/${photo.id}?size=full`,
      `files/${film.id}?size=full`,
      `files/${logo.id}?size=full`,
    ]) {
      for (const [, at] of SIDES) expect((await get(at(token, shown))).status, shown).toBe(200);
    }
    for (const closed of [
      `files/${photo.id}`,
      `files/${film.id}`,
      `files/${pdf.id}`,
      `files/${pdf.id}?size=full`,
      'files.zip',
    ]) {
      await expectRefused(token, closed);
    }
    const { text } = await get(`/share/${token}`);
    expect(text).toContain('method.pdf');
    expect(text).toContain('Downloads are turned off for this link.');
    expect(text).not.toMatch(/href="[^"]*files/);
  });
});

describe('a file that is not where it should be', () => {
  it('is refused, as if there were none', async () => {
    const file = await upload('gone.txt', 'gone', 'text/plain');
    const { token } = await share([file]);
    const uploads = path.join(demoDir, 'public/uploads');
    const link = path.join(uploads, 'link-to-env.txt');
    // A run that was broken off leaves it.
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
      // PostgreSQL keeps no such text.
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

describe('files that another host keeps', () => {
  const upload = () => app.strapi.plugin('upload') as unknown as { provider: object };
  let local: object;
  afterEach(() => {
    if (local) upload().provider = local;
    app.strapi.config.set('plugin::upload.provider', 'local');
  });

  /** The part of a provider that signs addresses, as those of Strapi have it. */
  function useProvider(isPrivate: boolean): string[] {
    const signed: string[] = [];
    local = upload().provider;
    upload().provider = {
      isPrivate: () => Promise.resolve(isPrivate),
      getSignedUrl: ({ url }: { url: string }) => {
        signed.push(url);
        return Promise.resolve({ url: `${url}?signature=1` });
      },
    };
    app.strapi.config.set('plugin::upload.provider', 'cloud');
    return signed;
  }

  async function keptElsewhere(name = 'elsewhere.pdf'): Promise<Upload> {
    const file = await newUpload(app, name, '%PDF', 'application/pdf');
    const url = `https://bucket.example.com/${name}`;
    await changeUpload(app, file.id, { url, provider: 'cloud' });
    return { ...file, url };
  }

  it('C08: are signed for those who may have them, and only for them', async () => {
    const file = await keptElsewhere();
    const other = await keptElsewhere('other.pdf');
    const open = await share([file]);
    const locked = await share([file], { password: PASSWORD });
    const shut = await share([file], { allowDownload: false });
    const signed = useProvider(true);
    for (const [token, id] of [
      [open.token, other.id],
      [locked.token, file.id],
      [shut.token, file.id],
      [mintToken(), file.id],
    ] as const) {
      expect((await get(onPage(token, `files/${id}`))).headers.get('location')).toBeNull();
    }
    expect(signed).toEqual([]);

    for (const [, at] of SIDES) {
      const { status, headers } = await get(at(open.token, `files/${file.id}`));
      expect(status).toBe(302);
      expect(headers.get('location')).toBe(`${file.url}?signature=1`);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect(signed).toEqual([file.url, file.url]);
  });

  it('are found at their own address where that is open to all', async () => {
    const file = await keptElsewhere();
    const { token } = await share([file]);
    const signed = useProvider(false);
    const { status, headers } = await get(onPage(token, `files/${file.id}`));
    expect(status).toBe(302);
    expect(headers.get('location')).toBe(file.url);
    expect(signed).toEqual([]);
  });

  it('are in no archive, and the page offers none', async () => {
    const { token } = await share([await keptElsewhere('a.pdf'), await keptElsewhere('b.pdf')]);
    useProvider(false);
    await expectRefused(token, 'files.zip');
    expect((await get(`/share/${token}`)).text).not.toContain('files.zip');
  });

  it('come through the policy of the page from the hosts that the site names', async () => {
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

describe('a visitor who leaves', () => {
  const openFiles = () => readdirSync('/dev/fd').length;

  it.each(['file', 'archive'])('in the middle of a %s leaves none open', async (what) => {
    const big = await upload('big.mp4', Buffer.alloc(30_000_000, 1), 'video/mp4');
    const { token } = await share([big, photo]);
    const address = onPage(token, what === 'file' ? `files/${big.id}` : 'files.zip');
    await get(address, { method: 'HEAD' });
    const before = openFiles();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        await new Promise<void>((resolve, reject) => {
          const asked = request(app.url + address, { agent: false }, (response) => {
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
