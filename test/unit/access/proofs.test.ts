import type { Core } from '@strapi/strapi';
import { describe, expect, it } from 'vitest';

import { proofs, unlockedFor } from '../../../server/src/access/proofs';
import { dayOf } from '../../../server/src/core/dates';
import type { LinkRow } from '../../../server/src/links/store/link-schema';

const strapi = { config: { get: () => ['a key', 'another key'] } } as unknown as Core.Strapi;
const [link, other] = [{ documentId: 'one' }, { documentId: 'two' }] as LinkRow[];
const now = new Date('2026-05-31T12:00:00.000Z');
const { viewer, readViewer, unlock, isUnlocked } = proofs(strapi);

describe('A12: the proof that a viewer was admitted', () => {
  const proof = viewer(link!, now);

  it('contains the viewer and the day of their last visit', () => {
    const id = proof.split('.')[0];
    expect(readViewer(link!, proof)).toEqual({ id, lastDay: dayOf(now) });
    expect(readViewer(link!, viewer(link!, now, id))?.id).toBe(id);
  });

  it('contains no day when somebody has changed it', () => {
    const [id, signature, , ofDay] = proof.split('.');
    for (const forged of [
      [id, signature, '2026-06-01', ofDay],
      [id, signature, '2026-06-01'],
      [id, signature],
    ]) {
      expect(readViewer(link!, forged.join('.'))).toEqual({ id, lastDay: '' });
    }
  });

  it('is not valid for another link', () => {
    expect(readViewer(other!, proof)).toBeNull();
    expect(readViewer(link!, `x${proof}`)).toBeNull();
  });

  it.each(['.a', '.a;b', '.é', ';', ' ', '\r\nX-Evil: 1'])(
    'is no proof with %j behind it',
    (more) => {
      expect(readViewer(link!, proof + more)).toBeNull();
    }
  );
});

describe('A12: the proof that a link was unlocked', () => {
  const locked = { documentId: 'one', passwordVersion: 1, passwordHash: 'a hash' } as LinkRow;
  const { proof } = unlock(locked, now);

  it('is valid for the link with this password', () => {
    expect(isUnlocked(locked, proof, now)).toBe(true);
  });

  it.each<[string, Partial<LinkRow>]>([
    ['another link', { documentId: 'two' }],
    ['another password', { passwordVersion: 2 }],
    ['the copy of another site, with a password of its own', { passwordHash: 'another hash' }],
  ])('is not valid for %s', (_what, change) => {
    expect(isUnlocked({ ...locked, ...change }, proof, now)).toBe(false);
  });

  it.each(['.a', '.a;b', '.é', ';', ' '])('is no proof with %j behind it', (more) => {
    expect(isUnlocked(locked, proof + more, now)).toBe(false);
    expect(unlockedFor(proof + more, now)).toBe(0);
  });
});
