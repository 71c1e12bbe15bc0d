import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { WIDE_LIMITS } from '../support/app';
import { PROJECT, newProject } from '../support/entries';
import type { Reply } from '../support/http';
import { saveSettings } from '../support/settings';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { from } from '../support/visitors';
import { visitsOf } from '../support/visits';

const app = useApp();
const admin = useActor(app, 'admin');

beforeAll(async () => {
  app.strapi.server.app.proxy = true;
});
const settings = (data: object) => saveSettings(app, data);
afterEach(() => settings({ refusal: 'uniform', limits: WIDE_LIMITS }));

/** Shares an entry and then unpublishes it. */
async function shareUnpublished(rules: object = {}): Promise<Shared> {
  const { documentId } = await newProject(app);
  const link = await shareEntry(app, { contentType: PROJECT, documentId, ...rules });
  await app.strapi.documents(PROJECT).unpublish({ documentId });
  return link;
}

const FORMS = [
  ['page', (token: string) => `/share/${token}`],
  ['JSON', (token: string) => `/api/share-links/public/${token}`],
] as const;

/** The name of an attempt in a form. */
const ATTEMPT = /(?<=name="attempt" value=")[\w-]{12}(?=")/;

const stranger = () => from(app.url, '203.0.113.50');
const unlock = (path: string, password?: string, headers = {}) =>
  stranger().ask('POST', `${path}/unlock`, password === undefined ? {} : { password }, headers);

function face({ status, headers, text }: Reply) {
  const all = Object.fromEntries(headers);
  delete all.date;
  return { status, headers: all, text };
}

describe.each(FORMS)('A13: unlocking by the %s', (form, pathOf) => {
  it.each([PASSWORD, 'wrong', '', 'x'.repeat(80), undefined])(
    'a link without a password whose entry is unpublished → answers as if it had never existed: %s',
    async (password) => {
      const gone = await shareUnpublished();
      const never = mintToken();
      for (const method of ['GET', 'HEAD', 'POST']) {
        const answer = (token: string) =>
          method === 'POST'
            ? unlock(pathOf(token), password)
            : stranger().ask(method, pathOf(token));
        const refused = face(await answer(gone.token));
        expect([method, refused.status]).toEqual([method, 404]);
        expect(refused).toEqual(face(await answer(never)));
      }
      await settings({ refusal: 'explained' });
      expect((await unlock(pathOf(gone.token), password)).status).toBe(403);
      expect((await unlock(pathOf(never), password)).status).toBe(404);
      // The visits tell the owner why nobody got in.
      const { data } = await visitsOf(app, gone.id, 3);
      expect(data.every(({ reason }) => reason === 'unpublished')).toBe(true);
    }
  );

  it('a locked link whose entry is unpublished → looks like any locked link to a visitor without the password', async () => {
    const { documentId } = await newProject(app);
    const [there, gone] = [
      await shareEntry(app, { contentType: PROJECT, documentId, password: PASSWORD }),
      await shareUnpublished({ password: PASSWORD }),
    ];
    const told = async (token: string) => {
      const read = await stranger().get(pathOf(token));
      const wrong = await unlock(pathOf(token), 'wrong');
      return [read, wrong].map((reply) => {
        const { status, headers, text } = face(reply);
        delete headers['content-length'];
        // Each form has a random name of its own.
        return [status, headers, text.replaceAll(token, 'TOKEN').replace(ATTEMPT, '')];
      });
    };
    expect(await told(gone.token)).toEqual(await told(there.token));
  });

  it('a locked link whose entry is unpublished → refuses the right password and gives no proof', async () => {
    const gone = await shareUnpublished({ password: PASSWORD });
    const refused = face(await unlock(pathOf(gone.token), PASSWORD));
    expect(refused).toEqual(face(await unlock(pathOf(mintToken()), PASSWORD)));
    expect(refused.status).toBe(404);
    await settings({ refusal: 'explained' });
    expect((await unlock(pathOf(gone.token), PASSWORD)).status).toBe(403);
    const { data } = await visitsOf(app, gone.id, 2);
    expect(data.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  it('an attempt at a dead link → counts as an unknown address', async () => {
    await settings({ limits: { ...WIDE_LIMITS, unknownPerMinute: 3 } });
    const gone = await shareUnpublished();
    const client = from(app.url, form === 'page' ? '203.0.113.60' : '203.0.113.61');
    const statuses = [];
    for (let count = 0; count < 5; count += 1) {
      const path = `${pathOf(gone.token)}/unlock`;
      statuses.push((await client.ask('POST', path, { password: PASSWORD })).status);
    }
    expect(statuses).toEqual([404, 404, 404, 429, 429]);
  });
});

describe('A13: the time of a refusal', () => {
  const TRIES = 3;

  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

  async function timeOf(work: () => Promise<Reply>): Promise<number> {
    const start = performance.now();
    const { status } = await work();
    expect(status).toBe(404);
    return performance.now() - start;
  }

  /** The medians for an unknown address and for dead links, which are requested in turn. */
  async function mediansOf(
    rounds: number,
    tokens: string[],
    ask: (token: string) => Promise<Reply>
  ) {
    const times = tokens.map((): number[] => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, token] of tokens.entries()) {
        times[index]!.push(await timeOf(() => ask(token === '' ? mintToken() : token)));
      }
    }
    return times.map(median);
  }

  const WAYS: [string, number, (token: string) => Promise<Reply>][] = [
    ['GET of the page', 40, (token) => stranger().get(`/share/${token}`)],
    ['GET of the JSON', 40, (token) => stranger().get(`/api/share-links/public/${token}`)],
    ['HEAD of the page', 40, (token) => stranger().ask('HEAD', `/share/${token}`)],
    ['unlocking by the form', 20, (token) => unlock(`/share/${token}`, 'wrong')],
    ['unlocking by the JSON', 20, (token) => unlock(`/api/share-links/public/${token}`, 'wrong')],
  ];

  it.each(WAYS)(
    'reveals nothing about the link: %s',
    async (_way, rounds, ask) => {
      const paused = await shareEntry(app);
      await admin('POST', `/share-links/links/${paused.id}/pause`);
      const { documentId } = await newProject(app);
      const off = await shareEntry(app, { contentType: PROJECT, documentId });
      const policy = `/share-links/entries/${PROJECT}/${documentId}/policy`;
      await admin('PUT', policy, { data: { policy: 'off' } });
      const dead = [(await shareUnpublished()).token, paused.token, off.token];
      let ratios: number[] = [];
      let figures = '';
      for (let tries = 0; tries < TRIES; tries += 1) {
        const [never = 0, ...others] = await mediansOf(rounds, ['', ...dead], ask);
        ratios = others.map((time) => Math.max(time / never, never / time));
        figures = [never, ...others].map((time) => time.toFixed(1)).join(', ');
        if (ratios.every((ratio) => ratio < 2)) break;
      }
      for (const ratio of ratios) expect(ratio, `${figures} ms`).toBeLessThan(2);
    },
    180_000
  );
});
