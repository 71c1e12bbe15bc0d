import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { DEFAULT_SETTINGS } from '../../server/src/settings/schema';
import { cookieOf } from '../support/http';
import type { Reply } from '../support/http';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { from, statementsOf } from '../support/visitors';
import type { From } from '../support/visitors';

const { limits } = DEFAULT_SETTINGS;

// The limits that a new site has, behind a proxy, so that a test can be many clients.
const app = useApp({ IS_PROXIED: 'true' }, {});
const editor = useActor(app, 'editor');
const admin = useActor(app, 'admin');
let lastHost = 0;
/** A client that has done nothing yet. */
let client: From;

const nextClient = () => from(app.url, `198.51.${Math.floor(++lastHost / 250)}.${lastHost % 250}`);

beforeEach(() => {
  client = nextClient();
});

const setLimits = (changes: object) =>
  admin('PUT', '/share-links/settings', { data: { limits: changes } });
const slugOf = () =>
  `report-${mintToken()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')}`.slice(0, 30);
/** Removes the waiting time: a second may pass between two answers that are otherwise the same. */
const timeless = ({ text }: Reply) => text.replace(/Try again in [^.]+\./, '');
const unknownPages = (count: number) =>
  Promise.all(Array.from({ length: count }, () => client.get(`/share/${mintToken()}`)));

/** Every kind of address that a stranger can try; each one opens nothing. */
const ADDRESSES: [string, (token: string) => [string, string, unknown?]][] = [
  ['page', (token) => ['GET', `/share/${token}`]],
  ['JSON', (token) => ['GET', `/api/share-links/public/${token}`]],
  ['file', (token) => ['GET', `/share/${token}/files/1`]],
  ['unlock form', (token) => ['POST', `/share/${token}/unlock`, { password: 'x' }]],
  ['unlock', (token) => ['POST', `/api/share-links/public/${token}/unlock`, { password: 'x' }]],
  ['malformed page', () => ['GET', '/share/no~such~thing']],
  ['malformed JSON', () => ['GET', '/api/share-links/public/no~such~thing/at/all/here']],
];

describe('S01: addresses that open nothing', () => {
  it.each(ADDRESSES)('are refused from the 31st in a minute: %s', async (_name, address) => {
    for (let count = 1; count <= limits.unknownPerMinute; count += 1) {
      expect((await client.ask(...address(mintToken()))).status).toBe(404);
    }
    const { status, headers } = await client.ask(...address(mintToken()));
    expect(status).toBe(429);
    expect(Number(headers.get('Retry-After'))).toBeGreaterThanOrEqual(1);
    expect(Number(headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    // All ways in share one count.
    for (const [, other] of ADDRESSES) {
      expect((await client.ask(...other(mintToken()))).status).toBe(429);
    }
    expect((await nextClient().ask(...address(mintToken()))).status).toBe(404);
  });

  it('are refused as a page or as JSON, like the request', async () => {
    await unknownPages(limits.unknownPerMinute);
    const page = await client.get(`/share/${mintToken()}`);
    expect(page.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(page.text).toContain('<h1>Too many attempts</h1>');
    expect(page.text).toMatch(/Try again in (a minute|\d+ seconds)\./);
    const json = await client.get(`/api/share-links/public/${mintToken()}`);
    expect(JSON.parse(json.text)).toEqual({
      data: null,
      error: {
        status: 429,
        name: 'RateLimitError',
        message: 'Too many attempts; try again later',
        details: { code: 'too-many-attempts' },
      },
    });
  });

  it('lock nobody out of a link that opens, since its token can’t be guessed', async () => {
    const link = await shareEntry(app);
    const locked = await shareEntry(app, { password: PASSWORD });
    await unknownPages(limits.unknownPerMinute + 1);
    expect((await client.get(`/share/${mintToken()}`)).status).toBe(429);
    expect((await client.get(`/share/${link.token}`)).status).toBe(200);
    expect((await client.get(`/api/share-links/public/${link.token}`)).status).toBe(200);
    expect((await client.unlock(locked.token, PASSWORD)).status).toBe(303);
  });

  it('count for dead links as for tokens that never existed', async () => {
    const link = await shareEntry(app);
    await editor('POST', `/share-links/links/${link.id}/pause`);
    for (let count = 0; count < limits.unknownPerMinute; count += 1) {
      expect((await client.get(`/share/${link.token}`)).status).toBe(404);
    }
    const dead = await client.get(`/share/${link.token}`);
    const never = await client.get(`/share/${mintToken()}`);
    expect(dead.status).toBe(429);
    expect(timeless(dead)).toBe(timeless(never));
    expect([...dead.headers.keys()]).toEqual([...never.headers.keys()]);
  });

  it('do not count for visitors of a closed link, whose open pages ask again and again', async () => {
    const link = await shareEntry(app);
    const address = `/share/${link.token}`;
    const headers = { Cookie: cookieOf(await client.get(address)) };
    await editor('POST', `/share-links/links/${link.id}/pause`);
    for (let count = 0; count <= limits.unknownPerMinute; count += 1) {
      expect((await client.get(address, headers)).status).toBe(404);
    }
    expect((await client.get(`/share/${mintToken()}`)).status).toBe(404);
    const below = `${address}/abcdefghijklmnopqrstuvwx`;
    await editor('POST', `/share-links/links/${link.id}/resume`);
    for (let count = 1; count < limits.unknownPerMinute; count += 1) {
      expect((await client.get(below, headers)).status).toBe(404);
    }
    expect((await client.get(below, headers)).status).toBe(429);
  });

  it('count for pages below a live link that do not exist', async () => {
    const link = await shareEntry(app);
    const missing = `/share/${link.token}/abcdefghijklmnopqrstuvwx`;
    for (let count = 0; count < limits.unknownPerMinute; count += 1) {
      expect((await client.get(missing)).status).toBe(404);
    }
    expect((await client.get(missing)).status).toBe(429);
    expect((await client.get(`/share/${link.token}`)).status).toBe(200);
  });

  it('do not count where the site explains its refusals', async () => {
    const link = await shareEntry(app);
    await editor('POST', `/share-links/links/${link.id}/pause`);
    await admin('PUT', '/share-links/settings', { data: { refusal: 'explained' } });
    for (let count = 0; count <= limits.unknownPerMinute; count += 1) {
      expect((await client.get(`/share/${link.token}`)).status).toBe(403);
    }
    await admin('PUT', '/share-links/settings', { data: { refusal: 'uniform' } });
    expect((await client.get(`/share/${mintToken()}`)).status).toBe(404);
  });
});

describe('S01: readable addresses, which can be guessed', () => {
  it('look the same to a client above the limit, whether they exist or not', async () => {
    const slug = slugOf();
    const link = await shareEntry(app, { slug });
    expect((await client.get(`/share/${slug}`)).status).toBe(200);
    await unknownPages(limits.unknownPerMinute);
    const real = await client.get(`/share/${slug}`);
    const never = await client.get(`/share/${slugOf()}`);
    expect(real.status).toBe(429);
    expect(timeless(real)).toBe(timeless(never));
    expect((await client.get(`/api/share-links/public/${slug}`)).status).toBe(429);
    expect((await nextClient().get(`/share/${slug}`)).status).toBe(200);
    expect(link.slug).toBe(slug);
  });

  it('stay open to a visitor with a proof for the link', async () => {
    const slug = slugOf();
    await shareEntry(app, { slug, password: PASSWORD });
    const { cookie } = await client.unlock(slug, PASSWORD);
    await unknownPages(limits.unknownPerMinute + 1);
    expect((await client.get(`/share/${slug}`)).status).toBe(429);
    expect((await client.get(`/share/${slug}`, { Cookie: cookie })).status).toBe(200);
    const forged = cookie.replace(/=\d+\./, '=9999999999.');
    expect((await client.get(`/share/${slug}`, { Cookie: forged })).status).toBe(429);
  });

  it('get no more answers than the limit, even for many guesses at once', async () => {
    const slug = slugOf();
    await shareEntry(app, { slug });
    const guesses = [...Array.from({ length: 80 }, slugOf), slug];
    const answers = await Promise.all(guesses.map((guess) => client.get(`/share/${guess}`)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(limits.unknownPerMinute);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('S53: malformed addresses', () => {
  it('cause no database query, below the limit and above it', async () => {
    await client.get(`/share/${mintToken()}`);
    const statements = await statementsOf(app, async () => {
      for (let count = 0; count < limits.unknownPerMinute + 5; count += 1) {
        await client.get('/share/no~such~thing');
        await client.get('/api/share-links/public/no~such~thing');
      }
    });
    expect(statements).toEqual([]);
  });
});

describe('S05, S06, C07: a client', () => {
  const overLimit = async (by: From) => {
    for (let count = 0; count < limits.unknownPerMinute; count += 1) {
      await by.get(`/share/${mintToken()}`);
    }
    expect((await by.get(`/share/${mintToken()}`)).status).toBe(429);
  };
  const statusFor = async (address: string) =>
    (await from(app.url, address).get(`/share/${mintToken()}`)).status;

  it('is a whole IPv6 /64, however its addresses are written', async () => {
    await overLimit(from(app.url, '2001:db8:7:8::1'));
    expect(await statusFor('2001:db8:7:8:ffff:1:2:3')).toBe(429);
    expect(await statusFor('2001:0DB8:0007:0008::99')).toBe(429);
    expect(await statusFor('2001:db8:7:9::1')).toBe(404);
  });

  it('is the IPv4 address inside an IPv6 one', async () => {
    await overLimit(from(app.url, '::ffff:203.0.113.7'));
    expect(await statusFor('203.0.113.7')).toBe(429);
    expect(await statusFor('::ffff:cb00:7107')).toBe(429);
    expect(await statusFor('203.0.113.8')).toBe(404);
  });

  it('is the address that the proxy adds, not the one that the visitor sends', async () => {
    await overLimit(from(app.url, '203.0.113.20'));
    expect(await statusFor('192.0.2.1, 203.0.113.20')).toBe(429);
    expect(await statusFor('203.0.113.20, 192.0.2.2')).toBe(404);
  });

  it('is the proxy itself when the header holds no address', async () => {
    await overLimit(from(app.url, 'nonsense-1'));
    expect(await statusFor('nonsense-2')).toBe(429);
  });

  it('is not what the visitor can choose: token, cookies, user agent, headers', async () => {
    await overLimit(client);
    const { status } = await client.get(`/share/${mintToken()}`, {
      Cookie: `share-unlock=${mintToken()}; share-viewer=${mintToken()}`,
      'User-Agent': mintToken(),
      'X-Share-Unlock': mintToken(),
      'X-Real-IP': '192.0.2.7',
      Forwarded: 'for=192.0.2.7',
      'CF-Connecting-IP': '192.0.2.7',
    });
    expect(status).toBe(429);
  });
});

describe('S07, S08: wrong passwords', () => {
  const locked = () => shareEntry(app, { password: PASSWORD });

  it.each(['form', 'JSON'])(
    'are counted for each client: after five, even the right one is refused: %s',
    async (way) => {
      const { token } = await locked();
      const give = (by: From, password: string) =>
        way === 'form' ? by.unlock(token, password) : by.unlockJson(token, password);
      for (let count = 0; count < limits.passwordsPerClient; count += 1) {
        expect((await give(client, 'wrong')).status).toBe(401);
      }
      const refused = await give(client, PASSWORD);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(60);
      expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(600);
      expect((await client.unlock(token, PASSWORD)).status).toBe(429);
      expect((await client.unlockJson(token, PASSWORD)).status).toBe(429);
      // The page still asks for the password, and another client is not affected.
      expect((await client.get(`/share/${token}`)).status).toBe(401);
      expect([200, 303]).toContain((await give(nextClient(), PASSWORD)).status);
    }
  );

  it('are compared no more often than the limit, even when many come at once', async () => {
    const { token } = await locked();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => client.unlockJson(token, 'wrong'))
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 401)).toHaveLength(limits.passwordsPerClient);
    expect(statuses.filter((status) => status === 429)).toHaveLength(35);
  });

  it('are counted for each link: after twenty nobody can unlock it, but a visitor who has unlocked it stays in', async () => {
    const { token } = await locked();
    const holder = nextClient();
    const { cookie } = await holder.unlock(token, PASSWORD);
    const json = await holder.unlockJson(token, PASSWORD);
    const { unlockToken } = (JSON.parse(json.text) as { data: { unlockToken: string } }).data;

    for (let by = 0; by < limits.passwordsPerLink / limits.passwordsPerClient; by += 1) {
      const guesser = nextClient();
      for (let count = 0; count < limits.passwordsPerClient; count += 1) {
        expect((await guesser.unlock(token, 'wrong')).status).toBe(401);
      }
    }
    const late = await client.unlock(token, PASSWORD);
    expect(late.status).toBe(429);
    expect(late.text).toContain('Too many attempts');

    const page = await holder.get(`/share/${token}`, { Cookie: cookie });
    expect(page.status).toBe(200);
    const api = `/api/share-links/public/${token}`;
    const proof = { 'X-Share-Unlock': unlockToken };
    expect((await holder.get(api, proof)).status).toBe(200);
    expect((await holder.unlock(token, 'wrong', { Cookie: cookie })).status).toBe(303);
    // Another link is not affected.
    expect((await client.unlock((await locked()).token, PASSWORD)).status).toBe(303);
  });

  it('from one client alone can’t use up the attempts of all others', async () => {
    const { token } = await locked();
    for (let count = 0; count < limits.passwordsPerLink + 5; count += 1) {
      await client.unlock(token, 'wrong');
    }
    expect((await nextClient().unlock(token, PASSWORD)).status).toBe(303);
  });

  it('do not include a right one, which gives back the attempt that it took', async () => {
    const { token } = await locked();
    for (let count = 1; count < limits.passwordsPerClient; count += 1) {
      expect((await client.unlock(token, 'wrong')).status).toBe(401);
    }
    for (let count = 0; count < 4; count += 1) {
      expect((await client.unlock(token, PASSWORD)).status).toBe(303);
    }
    expect((await client.unlock(token, 'wrong')).status).toBe(401);
    expect((await client.unlock(token, PASSWORD)).status).toBe(429);
  });

  it('S10: are refused without a comparison when they are empty or longer than 72 bytes', async () => {
    const { token } = await locked();
    const { token: never } = { token: mintToken() };
    for (let count = 0; count < 10; count += 1) {
      expect((await client.unlock(token, 'ä'.repeat(37))).status).toBe(401);
      expect((await client.unlockJson(token, 'ä'.repeat(37))).status).toBe(400);
      expect((await client.unlockJson(token, '')).status).toBe(400);
    }
    // Thirty comparisons would exceed the limit.
    expect((await client.unlock(token, PASSWORD)).status).toBe(303);
    expect((await client.unlockJson(never, 'ä'.repeat(37))).status).toBe(404);
  });
});

describe('reads', () => {
  afterAll(() => setLimits(limits));

  it('are limited for each client, before any look-up', async () => {
    const link = await shareEntry(app);
    await setLimits({ readsPerMinute: 10 });
    for (let count = 0; count < 5; count += 1) {
      expect((await client.get(`/share/${link.token}`)).status).toBe(200);
      expect((await client.get(`/api/share-links/public/${link.token}`)).status).toBe(200);
    }
    const statements = await statementsOf(app, async () => {
      const page = await client.get(`/share/${link.token}`);
      expect(page.status).toBe(429);
      expect(Number(page.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1);
      expect(page.text).toContain('Too many attempts');
      const json = await client.get(`/api/share-links/public/${link.token}`);
      expect(json.status).toBe(429);
      expect(json.text).toContain('too-many-attempts');
    });
    expect(statements).toEqual([]);
    expect((await nextClient().get(`/share/${link.token}`)).status).toBe(200);
  });

  it('by a visitor who has unlocked the link are counted apart from others on the same network', async () => {
    const link = await shareEntry(app, { password: PASSWORD });
    await setLimits({ readsPerMinute: 600 });
    const { cookie } = await client.unlock(link.token, PASSWORD);
    await setLimits({ readsPerMinute: 10 });
    for (let count = 0; count < 15; count += 1) await client.get(`/share/${link.token}`);
    expect((await client.get(`/share/${link.token}`)).status).toBe(429);
    expect((await client.get(`/share/${link.token}`, { Cookie: cookie })).status).toBe(200);
    const forged = cookie.replace(/=\d+\./, '=9999999999.');
    expect((await client.get(`/share/${link.token}`, { Cookie: forged })).status).toBe(429);
  });
});

it('a change of the limits applies to the very next request', async () => {
  await unknownPages(5);
  await setLimits({ unknownPerMinute: 5 });
  expect((await client.get(`/share/${mintToken()}`)).status).toBe(429);
  await setLimits({ unknownPerMinute: 50 });
  expect((await client.get(`/share/${mintToken()}`)).status).toBe(404);
  const { token } = await shareEntry(app, { password: PASSWORD });
  await setLimits({ passwordsPerClient: 1 });
  expect((await client.unlock(token, 'wrong')).status).toBe(401);
  expect((await client.unlock(token, PASSWORD)).status).toBe(429);
  await setLimits({ passwordsPerClient: 2 });
  expect((await client.unlock(token, PASSWORD)).status).toBe(303);
  await setLimits(limits);
});

it('S36: the log names no token that was refused', async () => {
  const tokens = Array.from({ length: limits.unknownPerMinute + 5 }, () => mintToken());
  for (const token of tokens) await client.get(`/share/${token}`);
  for (const token of tokens) expect(app.logs.join('\n')).not.toContain(token);
});
