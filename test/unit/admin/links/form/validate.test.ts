import { describe, expect, it } from 'vitest';

import { localInput } from '../../../../../admin/src/links/form/fields/localTime';
import { validateRules } from '../../../../../admin/src/links/form/validate';
import { newValues, valuesOf } from '../../../../../admin/src/links/form/values';
import type { RulesValues } from '../../../../../admin/src/links/form/values';
import type { LinkLimits } from '../../../../../contracts/settings';
import { inDays, limits, link, now, sharing } from '../../../../support/panel';

const blank = newValues(sharing);
const asIs = valuesOf(link, sharing, now);

describe('validateRules() finds the errors in a new link with', () => {
  const table: [string, Partial<RulesValues>, Partial<LinkLimits>, object][] = [
    ['nothing', {}, {}, {}],
    ['no date', { expiry: 'date' }, {}, { expiry: 'rules.fault.noDate' }],
    [
      'an end in the past',
      { expiry: 'date', expiresAt: localInput(inDays(-1)) },
      {},
      { expiry: 'rules.fault.past' },
    ],
    [
      'an end too far away',
      { expiry: 'date', expiresAt: localInput(inDays(31)) },
      { maxExpiryDays: 30 },
      { expiry: 'rules.fault.tooLong' },
    ],
    [
      'the last end allowed',
      { expiry: 'date', expiresAt: localInput(inDays(30)) },
      { maxExpiryDays: 30 },
      {},
    ],
    [
      'a preset that is over before the start',
      { expiry: '1d', startsAt: localInput(inDays(2)) },
      {},
      { expiry: 'rules.fault.endBeforeStart' },
    ],
    ['a start without an end', { startsAt: localInput(inDays(2)) }, {}, {}],
    [
      'no password where one is asked',
      {},
      { passwordRequired: true },
      { password: 'rules.fault.passwordRequired' },
    ],
    ['a short password', { password: 'ab€' }, {}, { password: 'rules.fault.passwordShort' }],
    ['72 bytes', { password: 'ä'.repeat(36) }, {}, {}],
    ['73 bytes', { password: `a${'ä'.repeat(36)}` }, {}, { password: 'rules.fault.passwordLong' }],
    ['no field', { allFields: false, fields: [] }, {}, { fields: 'rules.fault.fields' }],
    ['a short slug', { slug: 'ab' }, {}, { slug: 'rules.fault.slugLength' }],
    ['a slug with two hyphens', { slug: 'a--b' }, {}, { slug: 'rules.fault.slugPattern' }],
    ['a slug', { slug: 'lumen-energy-2' }, {}, {}],
    ['no visitor', { maxViewers: '0' }, {}, { maxViewers: 'rules.fault.viewers' }],
    ['half a visitor', { maxViewers: '1.5' }, {}, { maxViewers: 'rules.fault.viewers' }],
    ['many visitors', { maxViewers: 'many' }, {}, { maxViewers: 'rules.fault.viewers' }],
    ['three visitors', { maxViewers: ' 3 ' }, {}, {}],
    ['a preset to refresh', { refresh: '900' }, {}, {}],
    ['the shortest interval', { refresh: 'other', refreshSeconds: ' 5 ' }, {}, {}],
    ['the longest interval', { refresh: 'other', refreshSeconds: '3600' }, {}, {}],
    ...['', '4', '3601', '7.5', 'soon', '-15'].map(
      (refreshSeconds): [string, Partial<RulesValues>, object, object] => [
        `an interval of "${refreshSeconds}"`,
        { refresh: 'other', refreshSeconds },
        {},
        { refresh: 'rules.fault.refresh' },
      ]
    ),
    ['sites', { frameOrigins: 'https://a.example\n https://*.b.example/ ' }, {}, {}],
    ['a page', { frameOrigins: 'https://a.example/b' }, {}, { frameOrigins: 'rules.fault.frames' }],
    ['no site', { frameOrigins: 'intranet' }, {}, { frameOrigins: 'rules.fault.frames' }],
    [
      'eleven sites',
      {
        frameOrigins: Array.from({ length: 11 }, (_, index) => `https://a${index}.example`).join(),
      },
      {},
      { frameOrigins: 'rules.fault.framesMany' },
    ],
    ['a number that does not count', { refresh: 'never', refreshSeconds: '1' }, {}, {}],
  ];
  it.each(table)('%s', (_title, values, limit, expected) => {
    const faults = validateRules({ ...blank, ...values }, { ...limits, ...limit }, null, now);
    const keys = Object.entries(faults).map(([rule, { key }]) => [rule, key]);
    expect(Object.fromEntries(keys)).toEqual(expected);
  });
});

describe('validateRules() finds the errors in an edit with', () => {
  const table: [string, Partial<RulesValues>, Partial<LinkLimits>, string[]][] = [
    ['nothing', {}, { passwordRequired: true }, []],
    [
      'the password removed where one is asked',
      { passwordPlan: 'remove' },
      { passwordRequired: true },
      ['password'],
    ],
    ['the password removed', { passwordPlan: 'remove' }, {}, []],
    ['a change without a password', { passwordPlan: 'set' }, {}, ['password']],
    ['an end that was too far away all along', { expiry: 'keep' }, { maxExpiryDays: 1 }, []],
    ['a start after the end that is kept', { startsAt: localInput(inDays(4)) }, {}, ['expiry']],
  ];
  it.each(table)('%s', (_title, values, limit, rules) => {
    const faults = validateRules({ ...asIs, ...values }, { ...limits, ...limit }, link, now);
    expect(Object.keys(faults)).toEqual(rules);
  });
});
