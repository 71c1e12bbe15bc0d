import { describe, expect, it } from 'vitest';

import type { ErrorAnswer } from '../support/client';
import { send } from '../support/http';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { unlockLink } from '../support/visits';

const app = useApp();
const { editor, admin, nobody: stranger } = useActors(app);

interface Gate {
  status: number;
  cookie: string | null;
  location: string | null;
  text: string;
}

/** Sends the password form of the page. */
async function unlock(token: string, password: string, more = {}): Promise<Gate> {
  const { status, headers, text } = await unlockLink(app, token, password, more);
  return {
    status,
    cookie: headers.get('set-cookie'),
    location: headers.get('location'),
    text,
  };
}

async function read(token: string, cookie: string | null): Promise<number> {
  const headers = cookie ? { Cookie: cookie.split(';')[0]! } : undefined;
  return (await send(`${app.url}/share/${token}`, { headers })).status;
}

const locked = (): Promise<Shared> => shareEntry(app, { password: PASSWORD });

describe('a locked page', () => {
  it('asks for the password and shows nothing of the entry', async () => {
    const { token, entryTitle } = await locked();
    const { status, text } = await stranger('GET', `/share/${token}`);
    expect(status).toBe(401);
    expect(text).toContain('name="password"');
    expect(text).not.toContain(entryTitle);
  });

  it('opens with the right password, through a cookie for this link only', async () => {
    const { token } = await locked();
    const { status, cookie, location } = await unlock(token, PASSWORD);
    expect(status).toBe(303);
    expect(location).toBe(`/share/${token}`);
    expect(cookie).toMatch(/httponly/i);
    expect(cookie).toMatch(/samesite=lax/i);
    expect(cookie).toContain(`path=/share/${token}`);
    expect(cookie).not.toMatch(/secure/i);
    expect(await read(token, cookie)).toBe(200);
  });

  it('stays closed with a wrong password, and says so', async () => {
    const { token } = await locked();
    const { status, cookie, text } = await unlock(token, 'wrong horse battery');
    expect(status).toBe(401);
    expect(cookie).toBeNull();
    expect(text).toContain('aria-invalid');
  });

  it('accepts the password only from the body', async () => {
    const { token } = await locked();
    const path = `/share/${token}?password=${encodeURIComponent(PASSWORD)}`;
    expect((await stranger('GET', path)).status).toBe(401);
    const response = await send(
      `${app.url}/share/${token}/unlock?password=${encodeURIComponent(PASSWORD)}`,
      { method: 'POST' }
    );
    expect(response.status).toBe(401);
    const read = await stranger(
      'GET',
      `/share/${token}/unlock?password=${encodeURIComponent(PASSWORD)}`
    );
    expect([read.status, read.headers.get('set-cookie')]).toEqual([303, null]);
  });

  it('refuses a form from another site', async () => {
    const { token } = await locked();
    expect((await unlock(token, PASSWORD, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await unlock(token, PASSWORD, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await unlock(token, PASSWORD, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303);
  });
});

describe('an unlocked link closes on the very next request', () => {
  it.each<[string, (link: Shared) => Promise<unknown>, number]>([
    [
      'when the password is changed',
      ({ id }) =>
        editor('PUT', `/share-links/links/${id}`, { data: { password: 'another password' } }),
      401,
    ],
    [
      'when the same password is set again',
      ({ id }) => editor('PUT', `/share-links/links/${id}`, { data: { password: PASSWORD } }),
      401,
    ],
    ['when it is paused', ({ id }) => editor('POST', `/share-links/links/${id}/pause`), 404],
    ['when it is deleted', ({ id }) => editor('DELETE', `/share-links/links/${id}`), 404],
    [
      'when it gets a new address',
      ({ id }) => editor('POST', `/share-links/links/${id}/rotate`),
      404,
    ],
  ])('%s', async (_what, change, status) => {
    const link = await locked();
    const { cookie } = await unlock(link.token, PASSWORD);
    expect(await read(link.token, cookie)).toBe(200);
    await change(link);
    expect(await read(link.token, cookie)).toBe(status);
  });
});

describe('a proof', () => {
  it('opens no other link, and opens nothing when it is forged', async () => {
    const one = await locked();
    const other = await locked();
    const { cookie } = await unlock(one.token, PASSWORD);
    expect(await read(other.token, cookie)).toBe(401);
    const until = Math.floor(Date.now() / 1000) + 1000;
    for (const value of ['', 'x', `${until}.`, `${until}.AAAA`, '9'.repeat(400), '.', 'a.b.c']) {
      expect(await read(one.token, `share-unlock=${value}`)).toBe(401);
    }
  });

  it('contains nothing of the password', async () => {
    const { token } = await locked();
    const { cookie } = await unlock(token, PASSWORD);
    expect(decodeURIComponent(cookie!)).toMatch(/^share-unlock=\d+\.[\w-]{43}\.[\w-]{22};/);
  });
});

describe('the JSON', () => {
  it('answers 401 password-required, and opens with an unlock token', async () => {
    const { token } = await locked();
    const path = `/api/share-links/public/${token}`;
    const closed = await stranger('GET', path);
    expect(closed.status).toBe(401);
    expect(closed.body.error.details.code).toBe('password-required');

    const wrong = await stranger('POST', `${path}/unlock`, { password: 'wrong horse battery' });
    expect(wrong.status).toBe(401);
    expect(wrong.body.error.details.code).toBe('wrong-password');
    const none = await stranger('POST', `${path}/unlock`, {});
    expect(none.status).toBe(400);

    const right = await stranger<{ data: { unlockToken: string; expiresAt: string } }>(
      'POST',
      `${path}/unlock`,
      { password: PASSWORD }
    );
    expect(right.status).toBe(200);
    const days = (new Date(right.body.data.expiresAt).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29);
    expect(days).toBeLessThanOrEqual(30);
    const opened = await send(app.url + path, {
      headers: { 'X-Share-Unlock': right.body.data.unlockToken },
    });
    expect(opened.status).toBe(200);
  });

  it('answers an unlock of an unknown link like any request for one', async () => {
    const { status, body } = await stranger<ErrorAnswer>(
      'POST',
      `/api/share-links/public/${'A'.repeat(32)}/unlock`,
      { password: PASSWORD }
    );
    expect(status).toBe(404);
    expect(body.error.details.code).toBe('link-unavailable');
  });
});

describe('a saved password', () => {
  it('needs a right to be shown, which is noted in the timeline and can be turned off', async () => {
    const { id } = await locked();
    const path = `/share-links/links/${id}/password`;
    expect((await editor('GET', path)).status).toBe(403);
    const shown = await admin<{ data: { password: string | null } }>('GET', path);
    expect(shown.body.data.password).toBe(PASSWORD);
    const { body } = await admin<{ data: { type: string }[] }>(
      'GET',
      `/share-links/links/${id}/timeline`
    );
    expect(body.data[0]!.type).toBe('password-revealed');

    await admin('PUT', '/share-links/settings', { data: { passwordReveal: false } });
    const hidden = await admin<{ data: { password: string | null } }>('GET', path);
    expect(hidden.body.data.password).toBeNull();
    await admin('PUT', '/share-links/settings', { data: { passwordReveal: true } });
  });

  it('is stored as a hash and a cipher, never as plain text', async () => {
    const { id } = await locked();
    const row = (await app.strapi.db.connection('share_links').where({ id }).first()) as {
      password_hash: string;
    };
    expect(row.password_hash).toMatch(/^\$2[aby]\$10\$/);
    expect(JSON.stringify(row)).not.toContain(PASSWORD);
    expect(app.logs.join('\n')).not.toContain(PASSWORD);
  });
});

it('a site may require a password for every link', async () => {
  await admin('PUT', '/share-links/settings', {
    data: { passwordRequired: true, passwordMinLength: 12 },
  });
  const { documentId, contentType } = await locked();
  const post = (data: object) =>
    editor('POST', '/share-links/links', { data: { documentId, contentType, ...data } });
  for (const data of [{}, { password: null }, { password: '12345678901' }]) {
    const answer = await post(data);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors?.[0]?.path).toEqual(['password']);
  }
  expect((await post({ password: '123456789012' })).status).toBe(201);
  await admin('PUT', '/share-links/settings', {
    data: { passwordRequired: false, passwordMinLength: 8 },
  });
});
