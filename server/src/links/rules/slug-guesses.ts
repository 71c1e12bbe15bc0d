import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import { Refused } from '../../core/errors';
import { limitsOf } from '../../limits/count-attempts';
import type { Rights } from '../../rights/rights';

/**
 * Lets somebody ask for a readable address. The answer that it is taken tells the address of another
 * link. A person who gets it too often must wait, and learns nothing about free addresses meanwhile.
 *
 * @throws Refused `too-many-attempts`, and everything that `work` throws
 */
export async function countGuesses<T>(
  strapi: Core.Strapi,
  { limits }: Pick<Settings, 'limits'>,
  { actor, isSystem }: Rights,
  work: () => Promise<T>
): Promise<T> {
  if (isSystem) return work();
  const who = actor.id === null ? `program ${actor.name}` : `user ${actor.id}`;
  return oneByOne(who, async () => {
    const chance = await limitsOf(strapi).guess(who, limits);
    if (chance.retryAfter !== null) throw tooMany(chance.retryAfter);
    let isTaken = false;
    try {
      return await work();
    } catch (error) {
      isTaken = error instanceof Refused && error.details.code === 'slug-taken';
      throw error;
    } finally {
      if (!isTaken) await chance.giveBack();
    }
  });
}

function tooMany(retryAfter: number): Refused {
  const error = new Refused(
    'too-many-attempts',
    'You asked for too many addresses that are taken; try again later'
  );
  error.retryAfter = retryAfter;
  return error;
}

const lasts = new Map<string, Promise<unknown>>();

/** Runs the requests of one actor in order: each takes an attempt, also if it gives it back. */
async function oneByOne<T>(who: string, work: () => Promise<T>): Promise<T> {
  const turn = (lasts.get(who) ?? Promise.resolve()).then(work, work);
  const last = turn.catch(() => undefined);
  lasts.set(who, last);
  try {
    return await turn;
  } finally {
    if (lasts.get(who) === last) lasts.delete(who);
  }
}
