import { createHmac } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { RateLimits } from '../../../contracts/attempt-limits';
import { proofKey } from '../core/keys';
import type { Count, Counter, MakeCounter } from './counter';
import { memoryCounter } from './memory';
import { openStore } from './store';

const MINUTE = 60;
const TEN_MINUTES = 600;
const HOUR = 3600;

/** The maximum of mails to one person, for all of their links. */
const MAILS_PER_HOUR = 50;

/** The seconds to wait, or null if no wait is needed. */
export type Wait = number | null;

/** The permission to try something. Call `giveBack` if it was right, or was not tried after all. */
export type Chance = { retryAfter: number } | { retryAfter: null; giveBack(): Promise<void> };

export type Limits = ReturnType<typeof makeLimits>;

/**
 * Counts the attempts of clients. Each call passes the limits, so a change of the settings applies
 * to the next request. Keys come from the client's network and the link, never from anything that
 * the caller chooses. They are hashed, so a reader of the store learns neither.
 */
export function makeLimits(key: Buffer, makeCounter: MakeCounter, makeReads = makeCounter) {
  const reads = makeReads('reads', MINUTE);
  const misses = makeCounter('misses', MINUTE);
  const passwords = makeCounter('passwords', TEN_MINUTES);
  // A separate counter, so that many clients can't push out the count of a link.
  const linkPasswords = makeCounter('link-passwords', TEN_MINUTES);
  const mails = makeCounter('mails', HOUR);

  const keyOf = (...parts: (string | number)[]) =>
    createHmac('sha256', key).update(parts.join(' ')).digest('base64url').slice(0, 22);

  return {
    /**
     * Any request, before any look-up. Each `budget` is counted separately. `weight` is the cost in
     * requests. It is capped at the limit, so that a small limit does not block such requests
     * completely.
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

    /** A request for an address that opens nothing. */
    miss: async (client: string, { unknownPerMinute }: RateLimits): Promise<Wait> =>
      waitAfter(await misses.add(keyOf('miss', client), 1), unknownPerMinute),

    /** Returns a wait if the client has used up its misses. */
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
     * Counts an attempt before the password is compared, so that simultaneous attempts can't exceed
     * the limit. A client over its own limit does not count for the link's limit: one client alone
     * must not lock a link for everybody.
     */
    async password(linkDocumentId: string, client: string, limits: RateLimits): Promise<Chance> {
      const own = keyOf('own', linkDocumentId, client);
      const all = keyOf('all', linkDocumentId);
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

/** Call this at the start, before any request. */
export async function startLimits(strapi: Core.Strapi): Promise<void> {
  const { makeCounter, close, isCheap } = await openStore(strapi);
  // Counting a read must cost less than the read itself, so it never uses the database.
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
