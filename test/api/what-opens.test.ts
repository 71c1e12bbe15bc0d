import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { EntrySharing, OpenedBy } from '../../contracts/entries';
import { LINK_STATES } from '../../contracts/links';
import type { Link, LinkList } from '../../contracts/links';
import { PAGE } from '../support/entries';
import { runs } from '../support/fuzz';
import { later } from '../support/later';
import { KINDS, change, makeWorld, marksSeen, reopen } from '../support/opening-world';
import type { Change, Version, WorldLink } from '../support/opening-world';
import { saveSettings } from '../support/settings';
import { useActor, useApp } from '../support/use-app';

const app = useApp();
const admin = useActor(app, 'admin');
const world = later(() => makeWorld(app), undefined, 120_000);

const SETUPS = 500;
const { seed } = runs(SETUPS);

const setups = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom(...KINDS),
    which: fc.nat(1000),
    how: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 3 }
);

const cardOf = async ({ uid, documentId, locale }: Version): Promise<EntrySharing> => {
  const query = locale ? `?locale=${locale}` : '';
  const path = `/share-links/entries/${uid}/${documentId}${query}`;
  const { body, status, text } = await admin<{ data: EntrySharing }>('GET', path);
  expect(status, text).toBe(200);
  return body.data;
};

const listed = async (query: string, among: Map<number, unknown>): Promise<Link[]> => {
  const { body } = await admin<LinkList>('GET', `/share-links/links?pageSize=100${query}`);
  return body.data.filter(({ id }) => among.has(id));
};

describe('what the panel says about an entry', () => {
  it(
    `is what visitors get, in ${SETUPS} random setups (seed ${seed})`,
    { timeout: 900_000 },
    async () => {
      const save = (settings: object) => saveSettings(app, settings);
      for (const [index, steps] of fc.sample(setups, { numRuns: SETUPS, seed }).entries()) {
        for (const step of steps) await change(app, world, step, save);
        const asked = world.versions[index % world.versions.length]!;
        const near = world.links.filter(({ of }) => (of.uid === PAGE) === (asked.uid === PAGE));
        const visits = await Promise.all(
          near.map(async (link) => [link.id, await marksSeen(app, link)] as const)
        );
        const seen = new Map(visits);
        const setup = `setup ${index}, ${asked.name}, after ${JSON.stringify(steps)}`;

        const { openers } = await cardOf(asked);
        const opening = near.filter(({ id }) => seen.get(id)!.marks.has(asked.mark));
        const others = opening
          .filter(({ of }) => of !== asked)
          .map((link) => [link.id, wayOf(link, asked, seen.get(link.id)!.marks.get(asked.mark)!)]);
        const told = openers.elsewhere.filter(({ opensFor }) => opensFor !== 'nobody');
        expect({
          setup,
          open: openers.open,
          own: openers.own,
          others: told.map(({ link, by }) => [link!.id, by]).sort(byId),
        }).toEqual({
          setup,
          open: opening.length,
          own: opening.length - others.length,
          others: others.sort(byId),
        });

        if (index % LISTED === 0) await expectTrueLists(seen, setup);
        if (steps.some(({ kind }) => kind === 'site' || kind === 'type')) await reopen(save);
      }
    }
  );
});

/** Every so many setups, the lists are compared as well. */
const LISTED = 10;

async function expectTrueLists(seen: Map<number, { home: number }>, setup: string): Promise<void> {
  const all = await listed('', seen);
  for (const { id, state, closedBy } of all) {
    // A used-up link opens for the visitor whom it has let in.
    const opens = state === 'active' || closedBy.join() === 'exhausted';
    const isOpen = seen.get(id)!.home === 200;
    expect({ setup, id, closedBy, isOpen }).toEqual({ setup, id, closedBy, isOpen: opens });
  }
  for (const state of LINK_STATES) {
    const found = (await listed(`&state=${state}`, seen)).map(({ id }) => id);
    const expected = all.filter((link) => link.state === state).map(({ id }) => id);
    expect({ setup, state, found }).toEqual({ setup, state, found: expected });
  }
}

/** How a link that was made for something else shows an entry, by the pages that show it. */
function wayOf({ of }: WorldLink, asked: Version, places: string[]): OpenedBy {
  if (of.documentId === asked.documentId) return 'language';
  return places.some((place) => place.endsWith(asked.documentId)) ? 'parent' : 'relation';
}

const byId = ([a]: unknown[], [b]: unknown[]) => Number(a) - Number(b);
