import { Worker } from 'node:worker_threads';

import bcrypt from 'bcryptjs';
import { afterEach, expect, it, vi } from 'vitest';

import { proofKey } from '../../server/src/core/keys';
import { matchesPassword, pretendToMatch } from '../../server/src/links/rules/password';
import { cookieOf, send } from '../support/http';
import { PASSWORD, shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { SLACK, unlockLink } from '../support/visits';

const app = useApp();
const editor = useActor(app, 'editor');

afterEach(() => {
  vi.restoreAllMocks();
});

const locked = () => shareEntry(app, { password: PASSWORD });

async function unlock(token: string, body: Record<string, string>, headers = {}) {
  const response = await send(`${app.url}/share/${token}/unlock`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(body),
  });
  return {
    status: response.status,
    cookie: response.headers.get('set-cookie') ?? '',
    location: response.headers.get('location'),
  };
}

const cookieFor = async (token: string) => cookieOf(await unlockLink(app, token, PASSWORD));

async function read(path: string, headers: Record<string, string> = {}): Promise<number> {
  return (await send(app.url + path, { headers })).status;
}

it('S10: a 73-byte password → refused when it is set, and wrong when only its first 72 bytes match', async () => {
  const bytes = 'ä'.repeat(36);
  const { id, token } = await shareEntry(app, { password: bytes });
  expect((await unlock(token, { password: `${bytes}!` })).status).toBe(401);
  expect((await unlock(token, { password: bytes })).status).toBe(303);
  const tooLong = await editor('PUT', `/share-links/links/${id}`, {
    data: { password: `${bytes}!` },
  });
  expect([tooLong.status, tooLong.body.error.details.errors?.[0]?.path]).toEqual([
    400,
    ['password'],
  ]);
  const withNul = await editor('PUT', `/share-links/links/${id}`, {
    data: { password: 'correct\0horse' },
  });
  expect(withNul.status).toBe(400);
});

it('S11, S55: a stored password → a salted bcrypt hash of cost 10 or more', async () => {
  const hashes = await Promise.all(
    [await locked(), await locked()].map(async ({ id }) => {
      const row = (await app.strapi.db.connection('share_links').where({ id }).first()) as {
        password_hash: string;
      };
      return row.password_hash;
    })
  );
  expect(new Set(hashes).size).toBe(2);
  for (const hash of hashes) expect(bcrypt.getRounds(hash)).toBeGreaterThanOrEqual(10);
});

it('S13: the right password in a query → ignored', async () => {
  const { token } = await locked();
  const query = `?password=${encodeURIComponent(PASSWORD)}&data[password]=${PASSWORD}`;
  expect(await read(`/share/${token}${query}`)).toBe(401);
  expect(await read(`/api/share-links/public/${token}${query}`)).toBe(401);
  const posted = await send(`${app.url}/share/${token}/unlock${query}`, {
    method: 'POST',
  });
  expect(posted.status).toBe(401);
});

it('S14: a valid proof in a query → ignored', async () => {
  const { token } = await locked();
  const proof = (await cookieFor(token)).split('=')[1] as string;
  for (const name of ['share-unlock', 'unlock', 'unlockToken', 'x-share-unlock', 'token']) {
    expect([name, await read(`/share/${token}?${name}=${proof}`)]).toEqual([name, 401]);
  }
  expect(await read(`/share/${token}`, { Cookie: `share-unlock=${proof}` })).toBe(200);
});

it('S15: a proof, after its password was changed, removed and set again → worthless', async () => {
  const { id, token } = await locked();
  const cookie = await cookieFor(token);
  for (const password of ['another password', null, PASSWORD]) {
    await editor('PUT', `/share-links/links/${id}`, { data: { password } });
  }
  expect(await read(`/share/${token}`, { Cookie: cookie })).toBe(401);
});

it('S17: the proof for one link → opens no other link', async () => {
  const [one, other] = [await locked(), await locked()];
  const cookie = await cookieFor(one.token);
  expect(await read(`/share/${other.token}`, { Cookie: cookie })).toBe(401);
  expect(
    await read(`/api/share-links/public/${other.token}`, {
      'X-Share-Unlock': cookie.split('=')[1] as string,
    })
  ).toBe(401);
});

it('S18: an app without its own keys → does not start', () => {
  const withKeys = (keys: unknown) => ({ config: { get: () => keys } }) as never;
  for (const keys of [undefined, [], [''], ['a', '']]) {
    expect(() => proofKey(withKeys(keys))).toThrow(/app\.keys/);
  }
  expect(proofKey(withKeys(['a']))).not.toEqual(proofKey(withKeys(['b'])));
});

it('S19: a proof → always the same form, and it tells nothing about the password', async () => {
  const values = await Promise.all(
    [PASSWORD, PASSWORD, 'something else'].map(async (password) => {
      const { token } = await shareEntry(app, { password });
      return (await unlock(token, { password })).cookie.split(/[=;.]/)[2] as string;
    })
  );
  expect(new Set(values).size).toBe(3);
  for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
});

it('S20: the cookie of an unlocked link → HttpOnly, Lax, its own path, at most 30 days', async () => {
  const { token } = await locked();
  const { cookie } = await unlock(token, { password: PASSWORD });
  const unlockCookie = cookie.split(/,(?=\s*share-)/).find((part) => part.includes('share-unlock'));
  expect(unlockCookie).toMatch(/; ?httponly/i);
  expect(unlockCookie).toMatch(/; ?samesite=lax/i);
  expect(unlockCookie).toMatch(new RegExp(`; ?path=/share/${token}(;|$)`, 'i'));
  const until = new Date(/expires=([^;]+)/i.exec(unlockCookie ?? '')?.[1] ?? NaN).getTime();
  expect(until - Date.now()).toBeLessThanOrEqual(30 * 86_400_000);
  expect(until - Date.now()).toBeGreaterThan(86_400_000);
});

it('S21: the cookies of a link → change nothing on any other route', async () => {
  const { token, id } = await locked();
  const cookie = await cookieFor(token);
  for (const path of ['/share-links/links', `/share-links/links/${id}`, '/api/share-links/links']) {
    expect([path, await read(path, { Cookie: cookie })]).toEqual([path, await read(path)]);
    expect(await read(path)).toBeGreaterThanOrEqual(401);
  }
});

it('S45: an unlock that names another target → redirects to the link itself', async () => {
  const { token } = await locked();
  const evil = 'https://evil.example/';
  const form = { password: PASSWORD, next: evil, redirect: evil, returnTo: '/\\evil.example' };
  const { status, location } = await unlock(token, form, { Referer: evil });
  expect([status, location]).toEqual([303, `/share/${token}`]);
});

it('S50: a password for an address that opens nothing → is compared with a hash all the same', async () => {
  const work = vi.spyOn(Worker.prototype, 'postMessage');
  await pretendToMatch();
  expect(work).toHaveBeenCalledTimes(1);
  const [{ work: done, values }] = work.mock.calls[0] as [{ work: string; values: string[] }];
  expect(done).toBe('compareSync');
  expect(bcrypt.getRounds(values[1] as string)).toBeGreaterThanOrEqual(10);
  expect(await matchesPassword('a guess', null)).toBe(false);
});

it('S51: an unlock from another site → refused, without a cookie', async () => {
  const { token } = await locked();
  for (const headers of [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
  ]) {
    const answer = await unlock(token, { password: PASSWORD }, headers);
    expect([answer.status, answer.cookie]).toEqual([403, '']);
  }
});

it('S52: GET and HEAD on each address of a link → unlock nothing and use up no place', async () => {
  const link = await shareEntry(app, { maxViewers: 1 });
  const robot = { 'User-Agent': SLACK };
  await read(`/share/${link.token}`, robot);
  for (const method of ['GET', 'HEAD']) {
    const { status } = await send(`${app.url}/share/${link.token}/unlock`, { method });
    expect([method, status]).toEqual([method, 303]);
  }
  // The one visitor that the link admits is still to come.
  expect(await read(`/share/${link.token}`)).toBe(200);
});
