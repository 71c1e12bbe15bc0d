import { describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument, newProject } from '../support/entries';
import { cookieOf } from '../support/http';
import { later } from '../support/later';
import { SIDES, expectRefused, filesOf, onPage } from '../support/shared-files';
import { PASSWORD, shareEntry } from '../support/sharing';
import { bytesOf, demoUpload } from '../support/uploads';
import type { Upload } from '../support/uploads';
import { useActor, useApp } from '../support/use-app';
import { addFrench, publish } from '../support/versions';
import { FIREFOX, unlockLink } from '../support/visits';

const BROWSER = { 'User-Agent': FIREFOX };

const app = useApp();
const editor = useActor(app, 'editor');
const photo = later(() => demoUpload(app, 'poster-summer.jpg'));
const pdf = later(() => demoUpload(app, 'method.pdf'));
const { upload, share, get, face } = filesOf(app);

describe('a link serves only the files that it shows', () => {
  it('and refuses files of other entries, and files that no entry uses', async () => {
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
      await expectRefused(app, token, `files/${id}`);
    }
    for (const rest of [`files/${pdf.id}/1`, 'files', 'files/', 'files.zip/1']) {
      await expectRefused(app, token, rest, ['uniform']);
    }
  });

  it('and refuses files of hidden fields, and its own files below another path', async () => {
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
    await expectRefused(app, token, `files/${pdf.id}`);
    for (const place of ['fr', 'a'.repeat(24), `fr/${'a'.repeat(24)}`, 'files', '..%2f']) {
      await expectRefused(app, token, `${place}/files/${photo.id}`, ['uniform']);
      await expectRefused(app, token, `${place}/files.zip`, ['uniform']);
    }
  });

  it('and refuses files of a field that became private', async () => {
    const { documentId } = await newProject(app, 'editor', {
      cover: photo.id,
      attachments: [pdf.id],
    });
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    expect((await get(onPage(token, `files/${pdf.id}`))).status).toBe(200);
    const { attachments } = app.strapi.contentTypes[PROJECT]!.attributes as Record<string, object>;
    Object.assign(attachments!, { private: true });
    await expectRefused(app, token, `files/${pdf.id}`);
    expect((await get(onPage(token, `files/${photo.id}`))).status).toBe(200);
    Object.assign(attachments!, { private: false });
  });

  it('and serves pictures inside a text as long as the text contains them', async () => {
    const text = (url: string) => ({ description: `Look:\n\n![A poster](${url})` });
    const { documentId } = await newProject(app, 'editor', text(photo.url));
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    const [, src = ''] = /<img src="([^"]*)"/.exec((await get(`/share/${token}`)).text) ?? [];
    expect(src).toBe(onPage(token, `files/${photo.id}?size=full`));
    expect((await get(src)).bytes.equals(bytesOf(photo))).toBe(true);
    await publish(app, PROJECT, documentId, text(pdf.url));
    await expectRefused(app, token, `files/${photo.id}?size=full`);
  });

  it('and serves the files of a child at the address of the child', async () => {
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
    await expectRefused(app, token, `files/${pdf.id}`);
    await expectRefused(app, token, `${child.documentId}/files/${photo.id}`);
    const policy = `/share-links/entries/${DOCUMENT}/${child.documentId}/policy`;
    expect((await editor('PUT', policy, { data: { policy: 'off' } })).status).toBe(200);
    await expectRefused(app, token, `${child.documentId}/files/${pdf.id}`, ['uniform']);
  });

  it('and serves the files of each language at the address of that language', async () => {
    const gallery = (image: Upload, title: string) => ({
      title,
      sections: [{ __component: 'sections.gallery', pictures: [image.id] }],
    });
    const mark = await demoUpload(app, 'museum-mark.png');
    const { documentId } = await createEntry(app, PAGE, gallery(photo, 'One'), { locale: 'en' });
    await addFrench(app, documentId, gallery(mark, 'Un'));
    const { token } = await shareEntry(app, {
      contentType: PAGE,
      documentId,
      locale: 'en',
      locales: ['fr'],
    });
    expect((await get(onPage(token, `files/${photo.id}`))).status).toBe(200);
    expect((await get(onPage(token, `fr/files/${mark.id}`))).status).toBe(200);
    await expectRefused(app, token, `files/${mark.id}`);
    await expectRefused(app, token, `fr/files/${photo.id}`);
  });
});

describe('files follow the rules of the page', () => {
  it('and need its password', async () => {
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

  it('and take a place of a link with a limit on visitors', async () => {
    const { token } = await share([photo, pdf], { maxViewers: 1 });
    const address = onPage(token, `files/${pdf.id}`);
    const visitor = { headers: BROWSER };
    // A file that the link does not show takes no place.
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
  it('serves what its page shows, but refuses downloads', async () => {
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
      await expectRefused(app, token, closed);
    }
    const { text } = await get(`/share/${token}`);
    expect(text).toContain('method.pdf');
    expect(text).toContain('Downloads are turned off for this link.');
    expect(text).not.toMatch(/href="[^"]*files/);
  });
});
