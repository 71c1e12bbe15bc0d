import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { cookiesFor } from '../support/cookies';
import { BY_A_PERSON } from '../support/fetchers';
import { cookieOf, send } from '../support/http';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { ShareOptions, Shared } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { unlockLink, visitsOf } from '../support/visits';

const app = useApp();
const editor = useActor(app, 'editor');

type Headed = Record<string, string>;

const get = (path: string, headers: Headed = {}) =>
  send(app.url + path, { headers: { ...BY_A_PERSON, ...headers } });

let counter = 0;

/** A link with both addresses. */
async function shareBoth(rules: ShareOptions = {}): Promise<Shared & { slug: string }> {
  const link = await shareEntry(app, rules);
  const slug = `our-report-${(counter += 1)}`;
  await editor('PUT', `/share-links/links/${link.id}`, { data: { slug } });
  return { ...link, slug };
}

describe('a link with a token and a slug', () => {
  it('has one page: the token leads to the slug', async () => {
    const { token, slug, entryTitle } = await shareBoth();
    const answer = await get(`/share/${token}`);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/share/${slug}`]);
    expect((await get(`/share/${slug}`)).text).toContain(entryTitle!);
  });

  it('counts a person who comes by both addresses as one visitor', async () => {
    const { id, token, slug } = await shareBoth();
    const first = await get(`/share/${slug}`);
    const moved = await get(`/share/${token}`, cookiesFor(`/share/${token}`, first));
    await get(moved.headers.get('Location')!, cookiesFor(`/share/${slug}`, first, moved));
    const { meta, data } = await visitsOf(app, id, 2);
    expect(meta.totals).toMatchObject({ opened: 2, visitors: 1 });
    expect(new Set(data.map(({ visitor }) => visitor)).size).toBe(1);
  });

  it('keeps one place for a person who comes by both, in any order', async () => {
    const { slug, token } = await shareBoth({ maxViewers: 1 });
    const first = await get(`/share/${slug}`);
    expect(first.status).toBe(200);
    // A printed token, when the link is full.
    const moved = await get(`/share/${token}`, cookiesFor(`/share/${token}`, first));
    expect([moved.status, moved.headers.get('Location')]).toEqual([303, `/share/${slug}`]);
    const again = await get(`/share/${slug}`, cookiesFor(`/share/${slug}`, first, moved));
    expect(again.status).toBe(200);
  });

  it('keeps one place for a person who comes by other spellings', async () => {
    const { id, token } = await shareEntry(app, { maxViewers: 2 });
    const first = await get(`/share/${token}`);
    const other = `%${token.charCodeAt(0).toString(16)}${token.slice(1)}`;
    for (const path of [`/share/${other}`, `/SHARE/${token}`]) {
      const moved = await get(path, cookiesFor(path, first));
      expect([moved.status, moved.headers.get('Location')]).toEqual([303, `/share/${token}`]);
      expect(moved.headers.getSetCookie()).toEqual([]);
    }
    const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${id}`);
    expect(body.data.viewerCount).toBe(1);
  });

  it('knows a person who took a place at the token before the link had a slug', async () => {
    const link = await shareEntry(app, { maxViewers: 1 });
    const before = await get(`/share/${link.token}`);
    const slug = `added-later-${link.id}`;
    await editor('PUT', `/share-links/links/${link.id}`, { data: { slug } });
    const moved = await get(`/share/${link.token}`, cookiesFor(`/share/${link.token}`, before));
    expect(moved.headers.get('Location')).toBe(`/share/${slug}`);
    const after = await get(`/share/${slug}`, cookiesFor(`/share/${slug}`, before, moved));
    expect(after.status).toBe(200);
  });

  it('stays unlocked for a person who gave the password at the token', async () => {
    const link = await shareEntry(app, { password: PASSWORD });
    const unlocked = await unlockLink(app, link.token, PASSWORD);
    const slug = `locked-later-${link.id}`;
    await editor('PUT', `/share-links/links/${link.id}`, { data: { slug } });
    const moved = await get(`/share/${link.token}`, cookiesFor(`/share/${link.token}`, unlocked));
    const after = await get(`/share/${slug}`, cookiesFor(`/share/${slug}`, unlocked, moved));
    expect(after.status).toBe(200);
  });

  it('is unlocked at its slug by a form that was opened at its token', async () => {
    const { token, slug } = await shareBoth({ password: PASSWORD });
    const unlocked = await unlockLink(app, token, PASSWORD);
    expect(unlocked.headers.get('Location')).toBe(`/share/${slug}`);
    const page = await get(`/share/${slug}`, cookiesFor(`/share/${slug}`, unlocked));
    expect(page.status).toBe(200);
  });

  it.each<[string, (id: number) => Promise<unknown>, ShareOptions?]>([
    ['paused', (id) => editor('POST', `/share-links/links/${id}/pause`)],
    ['ended', (id) => editor('PUT', `/share-links/links/${id}`, { data: { expiresIn: '1d' } })],
    ['full', async (id) => mark(id), { maxViewers: 1 }],
  ])('does not tell the slug when it is %s', async (what, close, rules) => {
    const { id, token, slug } = await shareBoth(rules);
    await close(id);
    if (what === 'ended') await mark(id, { expiresAt: new Date(Date.now() - 1000) });
    const answer = await get(`/share/${token}`);
    expect([answer.status, answer.headers.get('Location')]).toEqual([404, null]);
    expect(answer.text).not.toContain(slug);
  });

  it('answers HEAD, robots and the JSON at the token without the slug', async () => {
    const { token, slug } = await shareBoth();
    const robot = await get(`/share/${token}`, { 'User-Agent': 'Twitterbot/1.0' });
    const json = await get(`/api/share-links/public/${token}`);
    const head = await send(`${app.url}/share/${token}`, { method: 'HEAD' });
    expect([robot.status, json.status, head.status]).toEqual([200, 200, 200]);
    expect(robot.text + json.text).not.toContain(slug);
  });

  it('has no more than twenty cookies for places', async () => {
    const { slug } = await shareBoth({ maxViewers: 1 });
    const many = Array.from({ length: 20 }, (_, index) => `share-viewer-x${index}=y`).join('; ');
    const answer = await get(`/share/${slug}`, { Cookie: many });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
  });
});

async function mark(id: number, data: object = { viewerCount: 1, isFull: true }): Promise<void> {
  await app.strapi.db.query('plugin::share-links.link').update({ where: { id }, data });
}

it('cookieOf reads the cookie of the link itself first', async () => {
  const { slug } = await shareBoth({ maxViewers: 1 });
  expect(cookieOf(await get(`/share/${slug}`))).toMatch(/^share-viewer=/);
});
