import { describe, expect, it } from 'vitest';

import type { Link, TimelineList } from '../../contracts/links';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { mintToken } from '../../server/src/links/rules/token';
import type { ErrorAnswer } from '../support/client';
import { DOCUMENT, PAGE, demoEntry, newDocument } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Reply, Sending } from '../support/http';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { FIREFOX, unlockLink } from '../support/visits';

const INTRANET = 'https://intranet.example.com';
const FRAMES = [INTRANET, 'https://*.example.org'];

const app = useApp({ PUBLIC_URL: 'https://cms.example.com' });
const editor = useActor(app, 'editor');

const ask = (address: string, { headers, ...sending }: Sending = {}): Promise<Reply> =>
  send(app.url + address, {
    ...sending,
    headers: { 'User-Agent': FIREFOX, Accept: 'text/html', ...headers },
  });

/** What an answer tells browsers about frames. */
function framesOf({ headers, status }: Reply) {
  const policy = headers.get('content-security-policy') ?? '';
  const [, ancestors] = /(?:^|; )frame-ancestors ([^;]+)/.exec(policy) ?? [];
  expect(policy.match(/frame-ancestors/g)).toHaveLength(1);
  return [status, ancestors, headers.get('x-frame-options')];
}

const OPEN = `${INTRANET} https://*.example.org`;
const SHUT = ["'none'", 'DENY'];

async function expectShut(address: string, status: number, sending?: Sending): Promise<void> {
  const answer = await ask(address, sending);
  expect([address, ...framesOf(answer)]).toEqual([address, status, ...SHUT]);
}

describe('a link that two sites may show in a frame', () => {
  it('tells so on its pages and searches, and nowhere else', async () => {
    const { documentId } = await demoEntry(app, PAGE, 'The studio');
    const rules = { contentType: PAGE, locale: 'en', locales: ['fr'], includeChildren: true };
    const { token } = await shareEntry(app, {
      by: 'admin',
      ...rules,
      documentId,
      frameOrigins: FRAMES,
      refreshSeconds: 30,
    });
    const page = await ask(`/share/${token}`);
    for (const answer of [
      page,
      await ask(`/share/${token}/fr`),
      await ask(`/share/${token}/search`),
      await ask(`/share/${token}/search`, {
        method: 'POST',
        body: new URLSearchParams({ q: 'studio' }),
        headers: { Accept: '*/*' },
      }),
    ]) {
      expect(framesOf(answer)).toEqual([200, OPEN, null]);
    }
    const empty = { method: 'POST', body: new URLSearchParams({ q: '' }) };
    expect(framesOf(await ask(`/share/${token}/search`, empty))).toEqual([400, OPEN, null]);

    const [file] = /\/share\/[^"]*\/files\/\d+[^"]*/.exec(page.text)!;
    await expectShut(file.replaceAll('&amp;', '&'), 200);
    await expectShut(`/share/${token}/files.zip`, 200);
    await expectShut(`/share/${token}/files/999999`, 404);
    await expectShut(`/share/${token}/no/such/place/at/all`, 404);
    await expectShut(`/share/${token}/de`, 404);
    await expectShut(`/share/${token}/unlock`, 303);
    await expectShut(`/api/share-links/public/${token}`, 200);
    await expectShut(`/share/${token}`, 200, { method: 'HEAD' });
    const [script] = /\/share\/assets\/[^"]+/.exec(page.text)!;
    await expectShut(script, 200);
    await expectShut('/share/sitemap.xml', 200);
    await expectShut(`/share/${token}`, 200, { headers: { 'User-Agent': 'Slackbot 1.0' } });
  });

  it('tells so on its locked page and after a wrong password', async () => {
    const { token } = await shareEntry(app, { password: PASSWORD, frameOrigins: FRAMES });
    expect(framesOf(await ask(`/share/${token}`))).toEqual([401, OPEN, null]);
    expect(framesOf(await unlockLink(app, token, 'not this one'))).toEqual([401, OPEN, null]);
    await expectShut(`/share/${token}/unlock`, 403, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site', Origin: INTRANET },
      body: new URLSearchParams({ password: PASSWORD }),
    });
  });

  it('is refused like an unknown one, in every header', async () => {
    const { id, token } = await shareEntry(app, { frameOrigins: FRAMES });
    const unknown = mintToken();
    await editor('POST', `/share-links/links/${id}/pause`);
    const face = async (address: string) => {
      const { headers, status, text } = await ask(`/share/${address}`);
      const all = Object.fromEntries(headers);
      delete all.date;
      return { all, status, text };
    };
    expect(await face(token)).toEqual(await face(unknown));
    await expectShut(`/share/${token}`, 404);
  });

  it('no longer tells so with the next request after an edit', async () => {
    const { id, token } = await shareEntry(app, { frameOrigins: FRAMES });
    const edit = (data: object) =>
      editor<{ data: Link }>('PUT', `/share-links/links/${id}`, { data });
    expect((await edit({ frameOrigins: [INTRANET] })).body.data.frameOrigins).toEqual([INTRANET]);
    expect(framesOf(await ask(`/share/${token}`))).toEqual([200, INTRANET, null]);
    expect((await edit({ frameOrigins: [] })).body.data.frameOrigins).toEqual([]);
    await expectShut(`/share/${token}`, 200);
    const { body } = await editor<TimelineList>('GET', `/share-links/links/${id}/timeline`);
    expect(body.data.map(({ changes }) => changes)).toEqual([
      [{ field: 'frameOrigins', from: [INTRANET], to: null }],
      [{ field: 'frameOrigins', from: FRAMES, to: [INTRANET] }],
      [],
    ]);
  });

  it('names no more than its list, whatever stands in the database', async () => {
    const { id, token } = await shareEntry(app);
    await app.strapi.db.query(LINK_UID).update({
      where: { id },
      data: { frameOrigins: ['*', "https://a.example; script-src 'unsafe-inline'", INTRANET, 7] },
    });
    const answer = await ask(`/share/${token}`);
    expect(framesOf(answer)).toEqual([200, INTRANET, null]);
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  });
});

describe('the origins of a link', () => {
  it('are none unless somebody names them', async () => {
    const link = await shareEntry(app);
    expect(link.frameOrigins).toEqual([]);
    await expectShut(`/share/${link.token}`, 200);
  });

  it('are stored in one form, each once', async () => {
    const { frameOrigins } = await shareEntry(app, {
      frameOrigins: ['HTTPS://Intranet.Example.com/', INTRANET, 'http://localhost:3000'],
    });
    expect(frameOrigins).toEqual([INTRANET, 'http://localhost:3000']);
  });

  it.each([
    [['https://a.example/path'], ['frameOrigins', 0]],
    [
      [INTRANET, '*'],
      ['frameOrigins', 1],
    ],
    [['http://intranet.example.com'], ['frameOrigins', 0]],
    [["'self'"], ['frameOrigins', 0]],
    [[7], ['frameOrigins', 0]],
    [INTRANET, ['frameOrigins']],
    [null, ['frameOrigins']],
    [Array.from({ length: 11 }, (_, index) => `https://a${index}.example`), ['frameOrigins']],
  ])('can’t be %j', async (frameOrigins, path) => {
    const { documentId } = await newDocument(app);
    const { status, body } = await editor<ErrorAnswer>('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId, frameOrigins },
    });
    expect(status).toBe(400);
    expect(body.error.details.code).toBe('invalid');
    expect(body.error.details.errors?.[0]?.path).toEqual(path);
  });
});

describe('the cookies of a link', () => {
  const cookiesOf = ({ headers }: Reply) => headers.getSetCookie().map((it) => it.toLowerCase());

  it.each([
    [
      'in frames over https',
      FRAMES,
      'cms.example.com',
      'samesite=none; secure; httponly; partitioned',
    ],
    ['in frames over http', FRAMES, '127.0.0.1', 'samesite=lax; httponly'],
    ['in no frames over https', [], 'cms.example.com', 'samesite=lax; secure; httponly'],
  ])('are for %s: %j at %s', async (_, frameOrigins, host, ending) => {
    const { token } = await shareEntry(app, { password: PASSWORD, frameOrigins });
    const unlocked = await unlockLink(app, token, PASSWORD, { Host: host });
    const opened = await ask(`/share/${token}`, {
      headers: { Host: host, Cookie: cookieOf(unlocked) },
    });
    expect(opened.status).toBe(200);
    for (const cookie of [...cookiesOf(unlocked), ...cookiesOf(opened)]) {
      expect(cookie).toMatch(/^share-(unlock|viewer)=/);
      expect(cookie.endsWith(`; ${ending}`), cookie).toBe(true);
    }
    expect([cookiesOf(unlocked).length, cookiesOf(opened).length]).toEqual([1, 1]);
  });

  it('of an earlier rule or password stand in nobody’s way', async () => {
    const { id, token } = await shareEntry(app, { password: PASSWORD });
    const old = cookieOf(await unlockLink(app, token, PASSWORD));
    // A proof counts in whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const password = 'another horse battery';
    await editor('PUT', `/share-links/links/${id}`, { data: { password, frameOrigins: FRAMES } });
    const fresh = cookieOf(await unlockLink(app, token, password));
    for (const Cookie of [`${old}; ${fresh}`, `${fresh}; ${old}`]) {
      expect((await ask(`/share/${token}`, { headers: { Cookie } })).status).toBe(200);
    }
    expect((await ask(`/share/${token}`, { headers: { Cookie: old } })).status).toBe(401);
  });
});

describe('the locked page', () => {
  const note = /Some browsers don’t let a page inside another site remember the password/;
  const inFrame = (site: string) => ({
    headers: { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': site },
  });

  it('explains a frame of another site, in the visitor’s language', async () => {
    const { token } = await shareEntry(app, { password: PASSWORD, frameOrigins: FRAMES });
    for (const site of ['cross-site', 'same-origin']) {
      const { text } = await ask(`/share/${token}`, inFrame(site));
      expect(text).toMatch(note);
      expect(text).toContain(`<a href="/share/${token}" target="_blank" rel="noopener">`);
    }
    const german = { ...inFrame('cross-site').headers, 'Accept-Language': 'de' };
    expect((await ask(`/share/${token}`, { headers: german })).text).toContain(
      'In eigenem Tab öffnen'
    );
  });

  it('does not for a tab, a frame of the same site, or a link without frames', async () => {
    const { token } = await shareEntry(app, { password: PASSWORD, frameOrigins: FRAMES });
    const { token: other } = await shareEntry(app, { password: PASSWORD });
    const tab = { headers: { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Site': 'cross-site' } };
    expect((await ask(`/share/${token}`, tab)).text).not.toMatch(note);
    expect((await ask(`/share/${token}`, inFrame('same-site'))).text).not.toMatch(note);
    expect((await ask(`/share/${other}`, inFrame('cross-site'))).text).not.toMatch(note);
  });
});
