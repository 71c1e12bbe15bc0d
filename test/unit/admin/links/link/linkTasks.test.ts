import { describe, expect, it } from 'vitest';

import { linkTasks } from '../../../../../admin/src/links/link/linkTasks';
import type { ClosedReason } from '../../../../../contracts/links';
import { stateFrom } from '../../../../../server/src/links/rules/state';

describe('linkTasks() lists the items of the menu', () => {
  const all = { manage: true, create: true, open: true };
  const url = 'https://cms.example.com/share/x';
  const table: [string, ClosedReason[], string | null, typeof all, string][] = [
    ['an active link', [], url, all, 'edit pause rotate duplicate qr visits timeline delete'],
    [
      'a scheduled one',
      ['scheduled'],
      url,
      all,
      'edit pause rotate duplicate qr visits timeline delete',
    ],
    [
      'a paused one',
      ['paused'],
      url,
      all,
      'edit resume rotate duplicate qr visits timeline delete',
    ],
    [
      'a suspended one',
      ['suspended'],
      url,
      all,
      'edit take-over rotate duplicate qr visits timeline delete',
    ],
    [
      'one whose address is hidden',
      [],
      null,
      all,
      'edit pause rotate duplicate visits timeline delete',
    ],
    [
      'a paused one that shows more than one may read',
      ['paused'],
      null,
      { manage: true, create: true, open: false },
      'edit duplicate visits timeline delete',
    ],
    [
      'one whose entry is not published',
      ['unpublished'],
      url,
      all,
      'edit pause rotate duplicate qr visits timeline delete',
    ],
    [
      'a paused one whose entry is Off',
      ['paused', 'policy-off'],
      url,
      all,
      'edit resume rotate duplicate qr visits timeline delete',
    ],
    ['one that ended', ['expired'], url, all, 'edit rotate duplicate qr visits timeline delete'],
    ['a deleted one', ['revoked'], null, all, 'visits timeline'],
    [
      'where there can be one only',
      [],
      url,
      { manage: true, create: false, open: true },
      'edit pause rotate qr visits timeline delete',
    ],
    [
      'to those who only look',
      [],
      url,
      { manage: false, create: false, open: false },
      'qr visits timeline',
    ],
  ];
  it.each(table)('for %s', (_title, closedBy, address, can, tasks) => {
    const link = { state: stateFrom(closedBy), closedBy, url: address };
    expect(linkTasks(link, can).join(' ')).toBe(tasks);
  });
});
