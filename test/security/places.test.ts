import { describe, expect, it } from 'vitest';

import { cookieOf, send } from '../support/http';
import type { Reply } from '../support/http';
import { BY_A_PERSON } from '../support/fetchers';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { ShareOptions, Shared } from '../support/sharing';
import { runJob } from '../support/jobs';
import { afterMs } from '../support/clock';
import { useActor, useApp } from '../support/use-app';
import { FIREFOX, unlockLink, visitsOf, writeVisits } from '../support/visits';

const app = useApp({ IS_PROXIED: 'true' });
const editor = useActor(app, 'editor');

const HOME = '198.51.100.7';
const ELSEWHERE = '203.0.113.9';

type Headed = Record<string, string>;

const one = (rules: ShareOptions = {}) => shareEntry(app, { maxViewers: 1, ...rules });

/** A program or an old browser over https: it does not say how it came to ask. */
const ask = (path: string, headers: Headed = {}, method = 'GET', network = HOME): Promise<Reply> =>
  send(app.url + path, {
    method,
    headers: {
      'User-Agent': FIREFOX,
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-For': network,
      ...headers,
    },
  });
const openAs = ({ token }: Shared, headers: Headed = {}, network = HOME) =>
  ask(`/share/${token}`, { ...BY_A_PERSON, ...headers }, 'GET', network);
const press = (path: string, headers: Headed = {}, network = HOME) =>
  ask(path, { 'Sec-Fetch-Site': 'same-origin', ...headers }, 'POST', network);

async function placesIn({ id }: Shared): Promise<number> {
  const { body } = await editor<{ data: { viewerCount: number } }>(
    'GET',
    `/share-links/links/${id}`
  );
  return body.data.viewerCount;
}

describe('S52: a request that may be a machine’s, over https', () => {
  it('opens a link without a limit', async () => {
    const { token } = await shareEntry(app);
    expect((await ask(`/share/${token}`)).text).not.toContain('/open"');
  });

  it('gets a button on a link with a limit, and only the button takes a place', async () => {
    const link = await one();
    const asked = await ask(`/share/${link.token}`);
    expect([asked.status, asked.headers.get('Set-Cookie')]).toEqual([200, null]);
    expect(asked.text).toContain(`<form method="post" action="/share/${link.token}/open"`);
    expect(asked.text).not.toContain(link.entryTitle!);
    expect(await placesIn(link)).toBe(0);

    const pressed = await press(`/share/${link.token}/open`);
    expect(pressed.status).toBe(303);
    expect(pressed.headers.get('Location')).toBe(`/share/${link.token}`);
    const cookie = { Cookie: cookieOf(pressed) };
    const page = await ask(`/share/${link.token}`, cookie);
    expect(page.text).toContain(link.entryTitle!);
    // Reading it again needs no button, and nobody else gets in.
    expect((await ask(`/share/${link.token}`, cookie)).text).toContain(link.entryTitle!);
    expect((await press(`/share/${link.token}/open`, {}, ELSEWHERE)).status).toBe(404);
    expect(await placesIn(link)).toBe(1);
  });

  it('counts as a robot until the button is pressed, and then once', async () => {
    const link = await one();
    await ask(`/share/${link.token}`);
    const pressed = await press(`/share/${link.token}/open`);
    await ask(`/share/${link.token}`, { Cookie: cookieOf(pressed) });
    await writeVisits(app);
    const { data, meta } = await visitsOf(app, link.id, 2);
    expect(data.map(({ outcome, isRobot }) => [outcome, isRobot])).toEqual([
      ['opened', false],
      ['opened', true],
    ]);
    expect(meta.totals).toMatchObject({ opened: 1, visitors: 1, robots: 1 });
    // The next reading is a visit again.
    await ask(`/share/${link.token}`, { Cookie: cookieOf(pressed) });
    expect((await visitsOf(app, link.id, 3)).meta.totals.opened).toBe(2);
  });

  it('is sent from a file or a search of such a link to its page, and takes no place', async () => {
    const link = await one();
    for (const below of ['/search', '/files/1', '/files.zip']) {
      const answer = await ask(`/share/${link.token}${below}`);
      expect([below, [303, 404].includes(answer.status)]).toEqual([below, true]);
    }
    expect(await placesIn(link)).toBe(0);
  });

  it('is not asked when a password keeps machines out', async () => {
    const link = await one({ password: PASSWORD });
    expect((await ask(`/share/${link.token}`)).status).toBe(401);
    const unlocked = await unlockLink(app, link.token, PASSWORD, { 'X-Forwarded-Proto': 'https' });
    const page = await ask(`/share/${link.token}`, { Cookie: cookieOf(unlocked) });
    expect(page.text).toContain(link.entryTitle!);
  });

  it('is not asked over http, where no browser says more', async () => {
    const link = await one();
    const page = await ask(`/share/${link.token}`, { 'X-Forwarded-Proto': 'http' });
    expect(page.text).toContain(link.entryTitle!);
  });

  it.each<Headed>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
  ])('cannot be sent by another site: %o', async (headers) => {
    const link = await one();
    expect((await press(`/share/${link.token}/open`, headers)).status).toBe(403);
    expect(await placesIn(link)).toBe(0);
  });
});

describe('S47: a place that somebody has taken moments ago', () => {
  /** Whoever comes first does not show the page, as an antivirus or a gateway. */
  async function taken(rules: ShareOptions = {}, network = HOME) {
    const link = await one(rules);
    const first = await openAs(link, {}, network);
    expect(first.status).toBe(200);
    return { link, first: { Cookie: cookieOf(first) } };
  }

  it('passes to a person in the same network, and the first proof is void', async () => {
    const { link, first } = await taken();
    const person = await openAs(link);
    expect(person.text).toContain(link.entryTitle!);
    const cookie = { Cookie: cookieOf(person) };
    expect((await openAs(link, cookie)).status).toBe(200);
    expect((await openAs(link, first)).status).toBe(404);
    expect((await openAs(link, first, ELSEWHERE)).status).toBe(404);
    expect(await placesIn(link)).toBe(1);
  });

  it('does not pass to another network, to a tool, or to a robot', async () => {
    const { link, first } = await taken();
    expect((await openAs(link, {}, ELSEWHERE)).status).toBe(404);
    expect((await ask(`/share/${link.token}`)).status).toBe(404);
    expect((await ask(`/share/${link.token}`, { 'User-Agent': 'curl/8.5.0' })).status).toBe(404);
    expect((await ask(`/api/share-links/public/${link.token}`)).status).toBe(404);
    expect((await openAs(link, { 'User-Agent': 'Twitterbot/1.0' })).status).toBe(404);
    expect((await openAs(link, first)).status).toBe(200);
  });

  it('does not pass after ten minutes, when nothing is known of the network any more', async () => {
    const { link, first } = await taken();
    await afterMs(10 * 60 * 1000, async () => {
      expect((await openAs(link)).status).toBe(404);
      await runJob(app, 'shareLinksNetworks');
    });
    const rows = (await app.strapi.db
      .connection('share_link_places')
      .whereNotNull('network')
      .andWhere('taken_at', '<', Date.now())) as { network: string }[];
    expect(JSON.stringify(rows)).not.toContain(HOME);
    expect((await openAs(link, first)).status).toBe(200);
  });

  it.each(['', '/seen', '/search', '/files.zip', '/nothing-like-this'])(
    'stays with a holder who has come back once: %s',
    async (below) => {
      const { link, first } = await taken();
      await ask(`/share/${link.token}${below}`, first);
      expect((await openAs(link)).status).toBe(404);
      expect((await openAs(link, first)).status).toBe(200);
    }
  );

  it('stays with whoever shows the page: its picture confirms the place', async () => {
    const link = await one();
    const page = await openAs(link);
    const [, picture] = /<img src="([^"]*\/seen)" alt="" hidden/.exec(page.text)!;
    const seen = await ask(picture!, { Cookie: cookieOf(page) });
    expect(seen.status).toBe(204);
    const later = await openAs(link, { Cookie: cookieOf(seen) });
    expect(later.text).toContain(link.entryTitle!);
    expect(later.text).not.toContain('/seen"');
    expect((await openAs(link)).status).toBe(404);
  });

  it('does not pass away from a person who has pressed the button or given a password', async () => {
    const pressed = await one();
    await press(`/share/${pressed.token}/open`);
    expect((await openAs(pressed)).status).toBe(404);
    const locked = await one({ password: PASSWORD });
    const unlocked = { Cookie: cookieOf(await unlockLink(app, locked.token, PASSWORD)) };
    expect((await openAs(locked, unlocked)).status).toBe(200);
    expect((await openAs(locked, unlocked)).status).toBe(404);
  });

  it('does not pass away from a person who has only searched', async () => {
    const link = await one();
    const search = `/share/${link.token}/search?q=test`;
    const found = await ask(search, BY_A_PERSON);
    expect(found.status).toBe(200);
    expect((await openAs(link)).status).toBe(404);
    const again = await ask(search, { ...BY_A_PERSON, Cookie: cookieOf(found) });
    expect(again.status).toBe(200);
  });

  it('answers a stranger who asks for the picture of a page like one at an unknown address', async () => {
    const link = await shareEntry(app);
    const network = '192.0.2.44';
    const seen = await ask(`/share/${link.token}/seen`, {}, 'GET', network);
    const unknown = await ask('/share/no-such-link', {}, 'GET', network);
    expect([seen.status, seen.text]).toEqual([404, unknown.text]);
  });

  it('is not given back by a program that reads the JSON', async () => {
    const link = await one();
    await ask(`/api/share-links/public/${link.token}`);
    expect((await openAs(link)).status).toBe(404);
  });

  it('passes to one of many who come at once, and there are never more proofs than places', async () => {
    const { link, first } = await taken();
    const answers = await Promise.all(Array.from({ length: 12 }, () => openAs(link)));
    const proofs = answers.filter(({ status }) => status === 200).map(cookieOf);
    expect(proofs.length).toBeGreaterThan(0);
    const good = [];
    for (const Cookie of [...proofs, first.Cookie]) {
      if ((await openAs(link, { Cookie }, ELSEWHERE)).status === 200) good.push(Cookie);
    }
    expect(good).toHaveLength(1);
    expect(await placesIn(link)).toBe(1);
  });

  it('a holder who comes back at the very moment keeps it, or another has it, but never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { link, first } = await taken();
      const [, other] = await Promise.all([openAs(link, first), openAs(link)]);
      const proofs = [first.Cookie, ...(other.status === 200 ? [cookieOf(other)] : [])];
      const statuses = [];
      for (const Cookie of proofs) statuses.push((await openAs(link, { Cookie })).status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    }
  });

  it('is not passed on while the link has room', async () => {
    const link = await shareEntry(app, { maxViewers: 2 });
    const first = await openAs(link);
    const second = await openAs(link);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await openAs(link, { Cookie: cookieOf(first) })).status).toBe(200);
    expect(await placesIn(link)).toBe(2);
  });

  it('lets a full link look like an unknown one to everybody else', async () => {
    const { link } = await taken();
    const [full, unknown] = await Promise.all(
      [link.token, 'no-such-link'].map((address) => ask(`/share/${address}`))
    );
    expect([full!.status, full!.text]).toEqual([unknown!.status, unknown!.text]);
  });
});
