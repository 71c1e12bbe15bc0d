import { describe, expect, it } from 'vitest';

import { linkTasks } from '../../../../../admin/src/links/link/linkTasks';
import type { LinkState } from '../../../../../contracts/links';

describe('linkTasks() lists the items of the menu', () => {
  const all = { manage: true, create: true, open: true };
  const url = 'https://cms.example.com/share/x';
  const table: [string, LinkState, string | null, typeof all, string][] = [
    ['an active link', 'active', url, all, 'edit pause rotate duplicate qr visits timeline delete'],
    [
      'a scheduled one',
      'scheduled',
      url,
      all,
      'edit pause rotate duplicate qr visits timeline delete',
    ],
    ['a paused one', 'paused', url, all, 'edit resume rotate duplicate qr visits timeline delete'],
    [
      'a suspended one',
      'suspended',
      url,
      all,
      'edit take-over rotate duplicate qr visits timeline delete',
    ],
    [
      'one whose address is hidden',
      'active',
      null,
      all,
      'edit pause rotate duplicate visits timeline delete',
    ],
    [
      'a paused one that shows more than one may read',
      'paused',
      null,
      { manage: true, create: true, open: false },
      'edit duplicate visits timeline delete',
    ],
    ['one that ended', 'expired', url, all, 'edit rotate duplicate qr visits timeline delete'],
    ['a deleted one', 'revoked', null, all, 'visits timeline'],
    [
      'where there can be one only',
      'active',
      url,
      { manage: true, create: false, open: true },
      'edit pause rotate qr visits timeline delete',
    ],
    [
      'to those who only look',
      'active',
      url,
      { manage: false, create: false, open: false },
      'qr visits timeline',
    ],
  ];
  it.each(table)('for %s', (_title, state, address, can, tasks) => {
    expect(linkTasks({ state, url: address }, can).join(' ')).toBe(tasks);
  });
});
