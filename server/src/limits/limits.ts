import { createHmac } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { RateLimits } from '../../../contracts/settings';
import { proofKey } from '../core/keys';
import type { Count, Counter, MakeCounter } from './counter';
import { memoryCounter } from './memory';
import { openStore } from './store';

const MINUTE = 60;
const TEN_MINUTES = 600;
const HOUR = 3600;

/** The most that one person is sent, however many links they have. */
const MAILS_PER_HOUR = 50;

/** Seconds to wait, or null for those who need not. */
export type Wait = number | null;

/** An attempt that may be made; `giveBack` when it was right, or was not made after all. */
export type Chance = { retryAfter: number } | { retryAfter: null; giveBack(): Promise<void> };

export type Limits = ReturnType<typeof makeLimits>;

/**
 * Counts what clients try. The numbers come with each call, so a change of the settings holds on
 * the very next request; keys are made of the client's network and of the link, never of anything
 * that the caller chooses, and tell neither to who reads the store.
 */
export function makeLimits(key: Buffer, makeCounter: MakeCounter, makeReads = makeCounter) {
  const reads = makeReads('reads', MINUTE);
  const misses = makeCounter('misses', MINUTE);
  const passwords = makeCounter('passwords', TEN_MINUTES);
  // Apart, so that no number of clients makes a counter forget how often a link was tried.
  const linkPasswords = makeCounter('link-passwords', TEN_MINUTES);
  const mails = makeCounter('mails', HOUR);

  const keyOf = (...parts: (string | number)[]) =>
    createHmac('sha256', key).update(parts.join(' ')).digest('base64url').slice(0, 22);

  return {
    /**
     * Whatever is asked for, before anything is looked up. `budget` keeps some apart; `weight` is
     * of what costs as much as so many others, which no site can forbid by a small limit alone.
     */
    read: async (
      client: string,
      budget: string,
      { readsPerMinute }: RateLimits,
      weight = 1
    ): Promise<Wait> =>
      waitAfter(
        await reads.add(keyOf(budget, client), Math.min(weight, readsPerMinute)),
        readsPerMinute
      ),

    /** An address that opens nothing. */
    miss: async (client: string, { unknownPerMinute }: RateLimits): Promise<Wait> =>
      waitAfter(await misses.add(keyOf('miss', client), 1), unknownPerMinute),

    /** Whether the client has used up its misses. */
    guessing: async (client: string, { unknownPerMinute }: RateLimits): Promise<Wait> =>
      waitAfter(await misses.count(keyOf('miss', client)), unknownPerMinute - 1),

    /**
     * An address that may turn out to be another's. Its point is taken before that is known, so
     * that of many at once no more are answered than the limit says.
     */
    async guess(client: string, { unknownPerMinute }: RateLimits): Promise<Chance> {
      const key = keyOf('miss', client);
      const giveBack = async () => void (await misses.add(key, -1));
      const retryAfter = waitAfter(await misses.add(key, 1), unknownPerMinute);
      if (retryAfter === null) return { retryAfter, giveBack };
      await giveBack();
      return { retryAfter };
    },

    /** An e-mail to an admin user. */
    mail: async (userId: number): Promise<Wait> =>
      waitAfter(await mails.add(keyOf('mail', userId), 1), MAILS_PER_HOUR),

    /**
     * Takes the point of a wrong password before it is known to be one, so that many at once can't
     * be more than the limit says. Who is over the first limit takes nothing from the second: one
     * client alone must not shut a link to everybody.
     */
    async password(linkId: number, client: string, limits: RateLimits): Promise<Chance> {
      const own = keyOf('own', linkId, client);
      const all = keyOf('all', linkId);
      const ofClient = waitAfter(await passwords.add(own, 1), limits.passwordsPerClient);
      if (ofClient !== null) {
        await passwords.add(own, -1);
        return { retryAfter: ofClient };
      }
      const ofLink = waitAfter(await linkPasswords.add(all, 1), limits.passwordsPerLink);
      const giveBack = async () => {
        await Promise.all([passwords.add(own, -1), linkPasswords.add(all, -1)]);
      };
      if (ofLink === null) return { retryAfter: null, giveBack };
      await giveBack();
      return { retryAfter: ofLink };
    },
  };
}

function waitAfter({ points, msLeft }: Count, allowed: number): Wait {
  return points > allowed ? Math.max(1, Math.ceil(msLeft / 1000)) : null;
}

const started = new WeakMap<Core.Strapi, { limits: Limits; close(): void }>();

/** Called at the start, before any request. */
export async function startLimits(strapi: Core.Strapi): Promise<void> {
  const { makeCounter, close, isCheap } = await openStore(strapi);
  // A read must cost less than what it is kept from: the database is not asked for it.
  const makeReads: MakeCounter = isCheap
    ? makeCounter
    : (_name, seconds): Counter => memoryCounter(seconds);
  started.set(strapi, { limits: makeLimits(proofKey(strapi), makeCounter, makeReads), close });
}

export function stopLimits(strapi: Core.Strapi): void {
  started.get(strapi)?.close();
}

export function limitsOf(strapi: Core.Strapi): Limits {
  const { limits } = started.get(strapi) ?? {};
  if (!limits) throw new Error('Share Links has not started yet');
  return limits;
}
