import { describe, expect, it } from 'vitest';

import { linkTasks } from '../../../../../admin/src/links/link/linkTasks';
import { QR_FILES, qrFileName } from '../../../../../admin/src/links/qr/files';
import { shownChanges, shownValue } from '../../../../../admin/src/links/timeline/shownChanges';
import type { LinkState } from '../../../../../contracts/links';

describe('what a menu offers', () => {
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

describe('the name of a QR file', () => {
  it.each([
    [
      'Lumen Energy',
      ['qr-lumen-energy-512.png', 'qr-lumen-energy-1024.png', 'qr-lumen-energy.svg'],
    ],
    ['Café / Zürich!', ['qr-cafe-zurich-512.png', 'qr-cafe-zurich-1024.png', 'qr-cafe-zurich.svg']],
    [null, ['qr-rA5k_x-512.png', 'qr-rA5k_x-1024.png', 'qr-rA5k_x.svg']],
  ])('%s', (label, names) => {
    expect(QR_FILES.map((file) => qrFileName({ label, tokenHint: 'rA5k_x' }, file))).toEqual(names);
  });
});

describe('what a timeline shows', () => {
  it('leaves out secrets, whatever the event says', () => {
    const changes = [
      { field: 'password', from: 'a', to: 'b' },
      { field: 'token', from: 'a', to: 'b' },
      { field: 'label', from: 'a', to: null },
    ];
    expect(shownChanges({ type: 'update', changes })).toEqual([changes[2]]);
    expect(shownChanges({ type: 'create', changes })).toEqual([]);
  });

  it.each([
    ['label', null, { kind: 'nothing' }],
    ['label', 'Lumen', { kind: 'text', text: 'Lumen' }],
    ['label', '2026', { kind: 'text', text: '2026' }],
    ['expiresAt', '2026-12-03T10:00:00.000Z', { kind: 'moment', iso: '2026-12-03T10:00:00.000Z' }],
    ['expiresAt', 'soon', { kind: 'text', text: 'soon' }],
    ['shows', 'frozen', { kind: 'version', shows: 'frozen' }],
    ['fields', ['title', 'body'], { kind: 'text', text: 'title, body' }],
    ['fields', ['documents(title).files'], { kind: 'text', text: 'documents.files' }],
    ['locales', ['fr'], { kind: 'locales', codes: ['fr'] }],
    ['locales', [], { kind: 'nothing' }],
    ['refreshSeconds', 90, { kind: 'duration', seconds: 90 }],
    ['refreshSeconds', null, { kind: 'nothing' }],
    ['maxViewers', 5, { kind: 'text', text: '5' }],
    ['allowIndexing', false, { kind: 'flag', isOn: false }],
    ['sharedBy', { id: 1, name: 'Edith' }, { kind: 'text', text: 'Edith' }],
    ['other', { a: 1 }, { kind: 'text', text: '{"a":1}' }],
  ])('%s %j', (field, value, shown) => {
    expect(shownValue(field, value)).toEqual(shown);
  });
});
