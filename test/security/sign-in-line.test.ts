import http from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startApp } from '../support/app';
import type { App } from '../support/app';
import { adminToken } from '../support/client';

let app: App;
let key: string;
/** Keeps connections open, so that requests arrive at the same time. */
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });

beforeAll(async () => {
  app = await startApp({ IS_PROXIED: 'true' });
  key = await adminToken(app, 'editor');
});
afterAll(async () => {
  agent.destroy();
  await app.stop();
});

const times = <T>(count: number, work: () => T) => Array.from({ length: count }, work);
const open = (count: number) => Promise.all(times(count, () => ask('/_health')));

type Headers = Record<string, string>;

function ask(path: string, headers: Headers = {}): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = http.get(app.url + path, { agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response));
    });
    sent.once('error', reject);
  });
}

const listAs = (address: string, credential: Headers) =>
  ask('/share-links/links', { 'X-Forwarded-For': address, ...credential });

describe('A08: a person who signs in', () => {
  it.each<[string, Headers]>([
    ['with a key that is none', { Authorization: 'Bearer of nothing' }],
    ['with a cookie', { Cookie: 'session=none' }],
  ])('does not wait for many others who are turned away: %s', async (_who, credential) => {
    await open(300);
    let answered = 0;
    const many = times(250, async () => {
      const { statusCode } = await listAs('192.0.2.9', credential);
      answered += 1;
      return statusCode;
    });
    const { statusCode } = await listAs('192.0.2.1', { Authorization: `Bearer ${key}` });
    expect([statusCode, answered < 200]).toEqual([200, true]);
    expect(new Set(await Promise.all(many))).toEqual(new Set([401]));
  });
});
