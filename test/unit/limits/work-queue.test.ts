import { describe, expect, it } from 'vitest';

import { makeWorkQueue } from '../../../server/src/limits/work-queue';
import type { WorkPlace } from '../../../server/src/limits/work-queue';
import { keptTexts } from '../../../server/src/core/kept-texts';
import { pause } from '../../../server/src/core/pause';

const BOUNDS = { atOnce: 2, waiting: 4, atOnceOfOne: 2, waitingOfOne: 2, patienceMs: 60_000 };
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/**
 * Enters the queue for each client in a text, and records who was admitted or refused, in order.
 */
function entrance(bounds = BOUNDS) {
  const queue = makeWorkQueue(bounds);
  const events: string[] = [];
  const places: { client: string; place: WorkPlace }[] = [];
  return {
    events,
    async enter(clients: string, gone?: AbortSignal) {
      for (const client of clients) {
        void queue.enter(client, gone).then((place) => {
          events.push(place ? client : `no ${client}`);
          if (place) places.push({ client, place });
        });
      }
      await settled();
    },
    async leave(client: string) {
      const index = places.findIndex((one) => one.client === client);
      places.splice(index, 1)[0]!.place.leave();
      await settled();
    },
    lastPlace: () => places.at(-1)!.place,
  };
}

describe('a queue for work', () => {
  it('admits some, keeps some waiting and refuses the others', async () => {
    const { events, enter, leave } = entrance();
    await enter('aaaaa');
    expect(events).toEqual(['a', 'a', 'no a']);
    await enter('bbb');
    expect(events.slice(3)).toEqual(['no b']);
    await enter('c');
    expect(events.slice(4)).toEqual(['no c']);
    await leave('a');
    await leave('a');
    expect(events.slice(5)).toEqual(['a', 'b']);
  });

  it('lets clients take turns, even when one of them asks for much more', async () => {
    const { events, enter, leave } = entrance({ ...BOUNDS, waiting: 20, waitingOfOne: 9 });
    await enter('aaaaaaab');
    await leave('a');
    await leave('a');
    await leave('a');
    expect(events).toEqual(['a', 'a', 'a', 'b', 'a']);
  });

  it('counts a place once when it is given back twice', async () => {
    const { events, enter, lastPlace } = entrance();
    await enter('aa');
    lastPlace().leave();
    lastPlace().leave();
    await enter('aa');
    expect(events).toEqual(['a', 'a', 'a']);
  });

  it('drops clients that leave while they wait, or that wait too long', async () => {
    const { events, enter, leave } = entrance({ ...BOUNDS, patienceMs: 40 });
    const leaving = new AbortController();
    await enter('aa');
    await enter('bb', leaving.signal);
    leaving.abort();
    await settled();
    expect(events.slice(2)).toEqual(['no b', 'no b']);
    await enter('c');
    await expect.poll(() => events.slice(4)).toEqual(['no c']);
    await enter('d');
    await leave('a');
    expect(events.slice(5)).toEqual(['d']);
  });
});

it('work with pauses lets other work run', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const work = async () => {
    for (let piece = 0; piece < 20; piece += 1) {
      await pause();
      const end = performance.now() + 4;
      while (performance.now() < end);
    }
  };
  await Promise.all([work(), work(), work()]);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});

it('the cache of texts keeps its size, and drops the least recently used text first', () => {
  const kept = keptTexts<string>(10);
  kept.set('a', 'A', 4);
  kept.set('b', 'B', 4);
  expect(kept.get('a')).toBe('A');
  kept.set('c', 'C', 4);
  expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual(['A', undefined, 'C']);
  kept.set('d', 'D', 11);
  expect(kept.get('d')).toBeUndefined();
  expect(kept.get('a')).toBe('A');
});
