import { describe, expect, it } from 'vitest';

import { changedRules, isEmpty, newRules } from '../../../../../admin/src/links/form/changes';
import { exposedLabels } from '../../../../../admin/src/links/form/exposure';
import { localInput } from '../../../../../admin/src/links/form/fields/localTime';
import { slugAddress, slugInput } from '../../../../../admin/src/links/form/fields/slug';
import { versionChoices } from '../../../../../admin/src/links/form/fields/versions';
import { serverErrors } from '../../../../../admin/src/links/form/serverErrors';
import { validateRules } from '../../../../../admin/src/links/form/validate';
import { copiedValues, newValues, valuesOf } from '../../../../../admin/src/links/form/values';
import type { RulesValues } from '../../../../../admin/src/links/form/values';
import { relativeTime } from '../../../../../admin/src/ui/relativeTime';
import type { LinkLimits } from '../../../../../contracts/settings';
import {
  exposure,
  field,
  inDays,
  limits,
  link,
  now,
  reaching,
  sharing,
} from '../../../../support/panel';

const blank = newValues(sharing);
const asIs = valuesOf(link, sharing, now);

describe('what is wrong with a new link', () => {
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
    ['a number that does not count', { refresh: 'never', refreshSeconds: '1' }, {}, {}],
  ];
  it.each(table)('%s', (_title, values, limit, expected) => {
    const faults = validateRules({ ...blank, ...values }, { ...limits, ...limit }, null, now);
    const keys = Object.entries(faults).map(([rule, { key }]) => [rule, key]);
    expect(Object.fromEntries(keys)).toEqual(expected);
  });
});

describe('what is wrong with an edit', () => {
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

describe('the body of a create', () => {
  it('names what was confirmed', () => {
    expect(newRules({ ...blank, label: ' Lumen ' }, exposure)).toEqual({
      label: 'Lumen',
      expiresIn: 'never',
      shows: 'published',
      fields: ['title', 'customer'],
    });
  });

  it('carries every rule that was chosen', () => {
    const values: RulesValues = {
      ...blank,
      expiry: 'date',
      expiresAt: '2026-07-01T10:00',
      startsAt: '2026-06-20T08:00',
      password: 'hk7m-w3px',
      shows: 'frozen',
      allFields: false,
      fields: ['customer', 'gone'],
      slug: 'lumen',
      maxViewers: '3',
      refresh: '30',
      allowDownload: false,
      allowIndexing: true,
    };
    expect(newRules(values, exposure)).toEqual({
      label: null,
      expiresAt: new Date(2026, 6, 1, 10).toISOString(),
      startsAt: new Date(2026, 5, 20, 8).toISOString(),
      password: 'hk7m-w3px',
      shows: 'frozen',
      fields: ['customer'],
      slug: 'lumen',
      maxViewers: 3,
      refreshSeconds: 30,
      allowDownload: false,
      allowIndexing: true,
    });
  });

  it('says how far the link reaches, unless its content is frozen', () => {
    const values = { ...blank, includeChildren: true, locales: ['fr'] };
    expect(newRules(values, exposure)).toMatchObject({ includeChildren: true, locales: ['fr'] });
    const frozen = newRules({ ...values, shows: 'frozen' }, exposure);
    expect(frozen).not.toHaveProperty('includeChildren');
    expect(frozen).not.toHaveProperty('locales');
  });
});

describe('the body of an edit', () => {
  it.each<[string, Partial<RulesValues>, object]>([
    ['nothing', {}, {}],
    ['a name', { label: 'Northwind' }, { label: 'Northwind' }],
    ['no name', { label: ' ' }, { label: null }],
    ['a preset', { expiry: '1w' }, { expiresIn: '1w' }],
    ['a new password', { passwordPlan: 'set', password: 'hk7m-w3px' }, { password: 'hk7m-w3px' }],
    ['no password', { passwordPlan: 'remove' }, { password: null }],
    ['a version', { shows: 'published' }, { shows: 'published' }],
    ['all fields', { allFields: true }, { fields: ['title', 'customer'] }],
    ['other fields', { fields: ['customer'] }, { fields: ['customer'] }],
    ['a slug', { slug: 'lumen' }, { slug: 'lumen' }],
    ['any number of visitors', { maxViewers: '' }, { maxViewers: null }],
    ['the entries below', { includeChildren: true }, { includeChildren: true }],
    ['other languages', { locales: ['fr'] }, { locales: ['fr'] }],
    ['a refresh', { refresh: '60' }, { refreshSeconds: 60 }],
    ['a refresh of its own', { refresh: 'other', refreshSeconds: '45' }, { refreshSeconds: 45 }],
    ['no downloads', { allowDownload: false }, { allowDownload: false }],
    ['search engines', { allowIndexing: true }, { allowIndexing: true }],
    ['the first visit', { notifyFirstVisit: true }, { notifyFirstVisit: true }],
  ])('%s', (_title, values, body) => {
    const changes = changedRules(asIs, { ...asIs, ...values }, exposure);
    expect(changes).toEqual(body);
    expect(isEmpty(changes)).toBe(Object.keys(body).length === 0);
  });

  it('takes the reach away, by itself or with a frozen version', () => {
    const far = { ...asIs, includeChildren: true, locales: ['fr', 'de'] };
    const none = { includeChildren: false, locales: [] };
    expect(changedRules(far, { ...far, ...none }, exposure)).toEqual(none);
    expect(changedRules(far, { ...far, shows: 'frozen' }, exposure)).toEqual({
      shows: 'frozen',
      ...none,
    });
    expect(changedRules(far, { ...far, locales: ['de', 'fr'] }, exposure)).toEqual({});
  });

  it('takes a refresh away', () => {
    const often = valuesOf({ ...link, refreshSeconds: 45 }, sharing, now);
    expect(often).toMatchObject({ refresh: 'other', refreshSeconds: '45' });
    expect(changedRules(often, { ...often, refresh: 'never' }, exposure)).toEqual({
      refreshSeconds: null,
    });
  });

  it('takes a start away', () => {
    const started = { ...asIs, startsAt: '2026-06-20T08:00' };
    expect(changedRules(started, { ...started, startsAt: '' }, exposure)).toEqual({
      startsAt: null,
    });
  });
});

describe('the values of a form', () => {
  it('are those of the link', () => {
    expect(asIs).toMatchObject({
      label: 'Lumen',
      expiry: 'keep',
      passwordPlan: 'keep',
      password: '',
      shows: 'draft',
      allFields: false,
      fields: ['title'],
      maxViewers: '5',
      includeChildren: false,
      locales: [],
      refresh: 'never',
      allowDownload: true,
      allowIndexing: false,
    });
    expect(valuesOf({ ...link, fields: exposure.paths }, sharing, now).allFields).toBe(true);
  });

  it('propose a new end where the old one is over', () => {
    expect(valuesOf({ ...link, expiresAt: inDays(-1).toISOString() }, sharing, now).expiry).toBe(
      'never'
    );
  });

  it('are copied without what names or protects the other link', () => {
    expect(copiedValues({ ...link, slug: 'lumen' }, sharing, now)).toMatchObject({
      label: '',
      slug: '',
      password: '',
      passwordPlan: 'set',
      expiry: 'date',
      expiresAt: localInput(inDays(3)),
      allFields: false,
      fields: ['title'],
      maxViewers: '5',
    });
  });

  it('are copied as far as the person may share', () => {
    const far = { ...link, includeChildren: true, locales: ['fr', 'de'] };
    expect(copiedValues({ ...far, fields: ['secret'] }, sharing, now)).toMatchObject({
      allFields: true,
      fields: ['title', 'customer'],
      includeChildren: false,
      locales: [],
    });
    expect(copiedValues(far, reaching, now)).toMatchObject({
      includeChildren: true,
      locales: ['fr'],
    });
  });

  it('are copied with what the page does', () => {
    const page = { refreshSeconds: 15, allowDownload: false, allowIndexing: true };
    expect(copiedValues({ ...link, ...page }, sharing, now)).toMatchObject({
      refresh: '15',
      allowDownload: false,
      allowIndexing: true,
    });
  });

  it('are copied with the wish to hear of the first visit', () => {
    const watched = { ...link, notifyFirstVisit: true };
    expect(copiedValues(watched, sharing, now).notifyFirstVisit).toBe(true);
  });

  it('know a field by what is inside it', () => {
    const fields = ['documents(title).files', 'sections(page.hero).title', 'customer.name'];
    expect(valuesOf({ ...link, fields }, sharing, now).fields).toEqual([
      'documents',
      'sections',
      'customer',
    ]);
  });
});

describe('the versions to choose from', () => {
  it.each([
    ['published and draft', true, true, null, ['published', 'draft', 'frozen']],
    ['never published', true, false, null, ['draft', 'frozen']],
    [
      'a link to what is not published any more',
      true,
      false,
      'published',
      ['published', 'draft', 'frozen'],
    ],
    ['no draft & publish', false, true, null, ['published', 'frozen']],
  ] as const)('%s', (_title, draftAndPublish, published, shows, choices) => {
    const entry = { versions: { draftAndPublish, published }, exposure };
    expect(versionChoices(entry, shows && { shows })).toEqual(choices);
  });
});

describe('a readable address', () => {
  it.each([
    ['Lumen Energy', 'lumen-energy'],
    ['Café_Zürich ', 'cafe-zurich-'],
  ])('is typed as %s', (typed, slug) => {
    expect(slugInput(typed)).toBe(slug);
  });

  it.each([
    ['by its token', [link], 'https://cms.example.com/share/lumen'],
    [
      'on a front end',
      [{ ...link, url: 'https://example.com/p?t=rA5k_xY2&x=1' }],
      'https://example.com/p?t=lumen&x=1',
    ],
    [
      'by another slug',
      [{ ...link, slug: 'old', url: 'https://x.example/share/old' }],
      'https://x.example/share/lumen',
    ],
    ['unknown', [{ ...link, url: null }], '…/lumen'],
  ])('is known %s', (_title, known, address) => {
    expect(slugAddress('lumen', known)).toBe(address);
  });
});

describe('what a server says about rules', () => {
  const refusal = (code: string, path?: string[]) => ({
    details: { code, errors: path ? [{ path, message: 'no', name: 'ValidationError' }] : [] },
  });
  it.each([
    ['an end', refusal('invalid', ['expiresIn']), { expiry: 'no' }],
    ['one of the fields', refusal('field-not-shareable', ['fields', '2']), { fields: 'no' }],
    ['the entries below', refusal('invalid', ['includeChildren']), { includeChildren: 'no' }],
    ['a language', refusal('not-allowed', ['locales']), { locales: 'no' }],
    ['an interval', refusal('invalid', ['refreshSeconds']), { refresh: 'no' }],
    ['a taken slug', refusal('slug-taken'), { slug: 'Taken' }],
    ['something else', refusal('link-changed'), {}],
    ['nothing', new Error('offline'), {}],
  ])('%s', (_title, error, found) => {
    expect(serverErrors(error, 'Taken')).toEqual(found);
  });
});

it('keeps labels of relations and files unless they surely belong to a hidden field', () => {
  const labels = ['Customer: Logo', 'Cover', 'Task groups: Assignee', 'Elsewhere'];
  const shown = [field('cover', 'Cover')];
  const hidden = [field('customer', 'Customer'), field('taskGroups', 'Task groups')];
  expect(exposedLabels(labels, shown, hidden)).toEqual(['Cover', 'Elsewhere']);
});

describe('how far a moment is', () => {
  it.each([
    [3 * 24 * 60, 3, 'day'],
    [9 * 24 * 60, 9, 'day'],
    [21 * 24 * 60, 3, 'week'],
    [-90, -1, 'hour'],
    [45, 45, 'minute'],
    [0, 0, 'minute'],
    [400 * 24 * 60, 1, 'year'],
  ])('%s minutes', (minutes, value, unit) => {
    expect(relativeTime(new Date(now.getTime() + minutes * 60_000), now)).toEqual({ value, unit });
  });
});
