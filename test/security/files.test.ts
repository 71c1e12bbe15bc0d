import { describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { useCloud } from '../support/cloud';
import { SIDES, filesOf, onPage } from '../support/shared-files';
import { PASSWORD } from '../support/sharing';
import { changeUpload } from '../support/uploads';
import { useApp } from '../support/use-app';

const HTML = '<!doctype html><script>alert(1)</script>';

const app = useApp();
const { upload, share, get } = filesOf(app);

describe('S40: a file on its way to a browser', () => {
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
  ])('has a safe type and disposition: %s', async (name, content, mime, type, disposition) => {
    const file = await upload(name, content, mime);
    const { token } = await share([file]);
    const got = await get(onPage(token, `files/${file.id}`));
    expect(got.text).toBe(content);
    expect(got.headers.get('content-type')).toBe(type);
    expect(got.headers.get('content-disposition')).toBe(`${disposition}; filename="${name}"`);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*\bsandbox$/);
  });

  it('is treated by the more dangerous of its name and its type in the database', async () => {
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
  ])('gets a harmless name when it is called %j', async (name, disposition) => {
    const file = await upload('plan.pdf', '%PDF-1.4', 'application/pdf');
    await changeUpload(app, file.id, { name });
    const { token } = await share([file]);
    const { status, headers } = await get(onPage(token, `files/${file.id}`));
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(disposition);
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('C08: files on another host', () => {
  const cloud = useCloud(app);

  it('get a signed address only for visitors who may have them', async () => {
    const file = await cloud.keep('elsewhere.pdf');
    const other = await cloud.keep('other.pdf');
    const open = await share([file]);
    const locked = await share([file], { password: PASSWORD });
    const shut = await share([file], { allowDownload: false });
    const signed = cloud.connect(true);
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
});
