import { beforeAll, describe, expect, it } from 'vitest';

import type { Link, LinkState, TimelineEvent } from '../../contracts/links';
import type { ErrorAnswer } from '../support/client';
import { inMs } from '../support/dates';
import { DOCUMENT, newDocument } from '../support/entries';
import { cookieOf } from '../support/http';
import { holdJob } from '../support/jobs';
import { newEditor } from '../support/people';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { openLink } from '../support/visits';

const HOUR = 60 * 60 * 1000;

const app = useApp();
const editor = useActor(app, 'editor');
const admin = useActor(app, 'admin');

// It changes the row of a link that has ended, once a minute.
beforeAll(() => holdJob(app, 'shareLinksExpired'));

const act = (id: number, verb: string, by = editor) =>
  by('POST', `/share-links/links/${id}/${verb}`);
const edit = (id: number, data: object) => editor('PUT', `/share-links/links/${id}`, { data });
/** Requests as the browser of a person does: a limited link never admits a robot. */
const open = async (address: string, headers: Record<string, string> = {}) =>
  (await openLink(app, address, headers)).status;
const linkOf = async (id: number) =>
  (await editor<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
const eventsOf = async (id: number) => {
  const path = `/share-links/links/${id}/timeline`;
  const { body } = await editor<{ data: TimelineEvent[] }>('GET', path);
  return body.data.map(({ type }) => type);
};

/** Creates a link in each state, in the way that it happens in use. */
const STATES: Record<LinkState, () => Promise<{ id: number; token: string }>> = {
  scheduled: () => shareEntry(app, { startsAt: inMs(HOUR) }),
  active: () => shareEntry(app),
  async paused() {
    const link = await shareEntry(app);
    await act(link.id, 'pause');
    return link;
  },
  async expired() {
    const link = await shareEntry(app, { expiresAt: inMs(HOUR) });
    await app.strapi.db
      .query('plugin::share-links.link')
      .update({ where: { id: link.id }, data: { expiresAt: inMs(-1000) } });
    expect((await linkOf(link.id)).state).toBe('expired');
    return link;
  },
  async exhausted() {
    const link = await shareEntry(app, { maxViewers: 1 });
    await open(link.token);
    // The visit is written a moment later, and then changes the counts of the link.
    await expect.poll(async () => (await linkOf(link.id)).viewCount).toBe(1);
    return link;
  },
  async suspended() {
    const { id: maker, client } = await newEditor(app);
    const { documentId } = await newDocument(app);
    const { body } = await client<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    await app.strapi.db
      .query('admin::user')
      .update({ where: { id: maker }, data: { blocked: true } });
    const { id, url } = body.data;
    // The link is closed at once; the row is written a moment later.
    const row = () => app.strapi.db.query('plugin::share-links.link').findOne({ where: { id } });
    await expect.poll(async () => (await row()).suspendedAt, { timeout: 10_000 }).not.toBeNull();
    expect((await linkOf(id)).state).toBe('suspended');
    return { id, token: url!.split('/').at(-1)! };
  },
  async revoked() {
    const link = await shareEntry(app);
    await act(link.id, 'revoke');
    return link;
  },
};

type Answer = { status: number; body: { data: Link } | ErrorAnswer };

const TRANSITIONS: Record<string, (id: number) => Promise<Answer>> = {
  pause: (id) => act(id, 'pause'),
  resume: (id) => act(id, 'resume'),
  rotate: (id) => act(id, 'rotate'),
  revoke: (id) => act(id, 'revoke'),
  rename: (id) => edit(id, { label: 'Another name' }),
  extend: (id) => edit(id, { expiresIn: '1w' }),
  'raise the limit': (id) => edit(id, { maxViewers: 5 }),
  'take over': (id) => act(id, 'take-over', admin),
};

/** The event in the timeline after each transition. */
const EVENTS: Record<string, string> = {
  rename: 'update',
  extend: 'update',
  'raise the limit': 'update',
  'take over': 'take-over',
};

// Each column is a state of a link, and each row is an action. A cell has the state after the
// action, or the reason for a refusal. Brackets mean that the action changes nothing.
const COLUMNS: LinkState[] = [
  'scheduled',
  'active',
  'paused',
  'expired',
  'exhausted',
  'suspended',
  'revoked',
];
const GONE = '409 link-revoked';
const ALIEN = '409 link-changed';
// prettier-ignore
const TABLE: Record<string, string[]> = {
  pause:    ['paused', 'paused', '(paused)', 'expired', 'exhausted', 'suspended', GONE],
  resume:   ['(scheduled)', '(active)', 'active', '(expired)', '(exhausted)', '(suspended)', GONE],
  rotate:   ['scheduled', 'active', 'paused', 'expired', 'exhausted', 'suspended', GONE],
  revoke:   ['revoked', 'revoked', 'revoked', 'revoked', 'revoked', 'revoked', GONE],
  rename:   ['scheduled', 'active', 'paused', 'expired', 'exhausted', 'suspended', GONE],
  extend:   ['scheduled', 'active', 'paused', 'active', 'exhausted', 'suspended', GONE],
  'raise the limit':
            ['scheduled', 'active', 'paused', 'expired', 'active', 'suspended', GONE],
  'take over':
            [ALIEN, ALIEN, ALIEN, ALIEN, ALIEN, 'active', GONE],
};

const cases = Object.entries(TABLE).flatMap(([transition, results]) =>
  COLUMNS.map((state, index) => [state, transition, results[index]!] as const)
);

describe('the result of each action in each state', () => {
  it.each(cases)('%s, %s → %s', async (state, transition, result) => {
    const { id, token } = await STATES[state]();
    const before = await linkOf(id);
    const events = await eventsOf(id);
    expect(before.state).toBe(state);

    const answer = await TRANSITIONS[transition]!(id);
    const after = await linkOf(id);
    if (result.startsWith('409')) {
      const { error } = answer.body as ErrorAnswer;
      expect(`${answer.status} ${error.details.code}`).toBe(result);
      expect(error.status).toBe(409);
    } else {
      expect(answer.status).toBe(200);
      const { data } = answer.body as { data: Link };
      expect(data.state).toBe(result.replace(/[()]/g, ''));
      expect(after).toEqual(transition === 'rotate' ? { ...data, url: after.url } : data);
    }

    const hasHappened = /^[a-z]/.test(result);
    if (hasHappened)
      expect(await eventsOf(id)).toEqual([EVENTS[transition] ?? transition, ...events]);
    else expect([after, await eventsOf(id)]).toEqual([before, events]);

    // A visitor gets what the state says, and an old address never works again.
    const status = after.state === 'active' ? 200 : 404;
    const address = after.url?.split('/').at(-1) ?? token;
    expect(await open(address)).toBe(status);
    expect(address === token).toBe(transition !== 'rotate' || result === GONE);
    if (address !== token) expect(await open(token)).toBe(404);
  });
});

describe('an action lasts, even while another state hides it', () => {
  it.each<[LinkState, string[], LinkState]>([
    ['scheduled', ['pause', 'resume'], 'scheduled'],
    ['expired', ['pause', 'extend'], 'paused'],
    ['exhausted', ['pause', 'raise the limit'], 'paused'],
    ['suspended', ['pause', 'take over'], 'paused'],
    ['suspended', ['pause', 'take over', 'resume'], 'active'],
    ['paused', ['rotate', 'resume'], 'active'],
  ])('%s, %s → %s', async (state, transitions, result) => {
    const { id } = await STATES[state]();
    for (const transition of transitions) {
      expect((await TRANSITIONS[transition]!(id)).status).toBe(200);
    }
    expect((await linkOf(id)).state).toBe(result);
  });

  it('so pausing a full link closes it to visitors it admitted before', async () => {
    const { id, token } = await shareEntry(app, { maxViewers: 1 });
    const first = await openLink(app, token);
    const again = () => open(token, { Cookie: cookieOf(first) });
    expect((await linkOf(id)).state).toBe('exhausted');
    expect(await again()).toBe(200);
    await act(id, 'pause');
    expect(await again()).toBe(404);
    await act(id, 'resume');
    expect(await again()).toBe(200);
  });
});

it('taking over one’s own link changes nothing', async () => {
  const { id } = await shareEntry(app);
  const before = await linkOf(id);
  const { status, body } = await editor<{ data: Link }>(
    'POST',
    `/share-links/links/${id}/take-over`
  );
  expect(status).toBe(200);
  expect(body.data).toEqual(before);
});

it('when two people take over a link at once, one succeeds and the other is told', async () => {
  const { id } = await STATES.suspended();
  const answers = await Promise.all([act(id, 'take-over'), act(id, 'take-over', admin)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const winner = answers[0].status === 200 ? 'Edith Editor' : 'Ada Admin';
  expect((await linkOf(id)).sharedBy.name).toBe(winner);
  expect((await eventsOf(id)).filter((type) => type === 'take-over')).toHaveLength(1);
});
