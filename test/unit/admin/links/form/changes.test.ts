import { describe, expect, it } from 'vitest';

import { changedRules, isEmpty, newRules } from '../../../../../admin/src/links/form/changes';
import { newValues, valuesOf } from '../../../../../admin/src/links/form/values';
import type { RulesValues } from '../../../../../admin/src/links/form/values';
import { exposure, link, now, sharing } from '../../../../support/panel';

const blank = newValues(sharing);
const asIs = valuesOf(link, sharing, now);

describe('the body that creates a link', () => {
  it('contains the version and the fields that the person saw', () => {
    expect(newRules({ ...blank, label: ' Lumen ' }, exposure)).toEqual({
      label: 'Lumen',
      expiresIn: 'never',
      shows: 'published',
      fields: ['title', 'customer'],
    });
  });

  it('contains every rule that the person chose', () => {
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
      frameOrigins: 'https://A.example/\nhttps://b.example\nhttps://a.example',
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
      frameOrigins: ['https://a.example', 'https://b.example'],
    });
  });

  it('contains the entries below and the languages, unless the content is frozen', () => {
    const values = { ...blank, includeChildren: true, locales: ['fr'] };
    expect(newRules(values, exposure)).toMatchObject({ includeChildren: true, locales: ['fr'] });
    const frozen = newRules({ ...values, shows: 'frozen' }, exposure);
    expect(frozen).not.toHaveProperty('includeChildren');
    expect(frozen).not.toHaveProperty('locales');
  });
});

describe('the body of an edit changes', () => {
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
    ['frames', { frameOrigins: 'https://a.example' }, { frameOrigins: ['https://a.example'] }],
    ['the first visit', { notifyFirstVisit: true }, { notifyFirstVisit: true }],
  ])('%s', (_title, values, body) => {
    const changes = changedRules(asIs, { ...asIs, ...values }, exposure);
    expect(changes).toEqual(body);
    expect(isEmpty(changes)).toBe(Object.keys(body).length === 0);
  });

  it('the entries below and the languages, which a frozen version also removes', () => {
    const far = { ...asIs, includeChildren: true, locales: ['fr', 'de'] };
    const none = { includeChildren: false, locales: [] };
    expect(changedRules(far, { ...far, ...none }, exposure)).toEqual(none);
    expect(changedRules(far, { ...far, shows: 'frozen' }, exposure)).toEqual({
      shows: 'frozen',
      ...none,
    });
    expect(changedRules(far, { ...far, locales: ['de', 'fr'] }, exposure)).toEqual({});
  });

  it('a refresh to no refresh', () => {
    const often = valuesOf({ ...link, refreshSeconds: 45 }, sharing, now);
    expect(often).toMatchObject({ refresh: 'other', refreshSeconds: '45' });
    expect(changedRules(often, { ...often, refresh: 'never' }, exposure)).toEqual({
      refreshSeconds: null,
    });
  });

  it('sites with frames to none, and not if only the way of writing changes', () => {
    const framed = valuesOf({ ...link, frameOrigins: ['https://a.example'] }, sharing, now);
    expect(changedRules(framed, { ...framed, frameOrigins: ' ' }, exposure)).toEqual({
      frameOrigins: [],
    });
    const same = { ...framed, frameOrigins: 'HTTPS://A.example/\n' };
    expect(changedRules(framed, same, exposure)).toEqual({});
  });

  it('a start to no start', () => {
    const started = { ...asIs, startsAt: '2026-06-20T08:00' };
    expect(changedRules(started, { ...started, startsAt: '' }, exposure)).toEqual({
      startsAt: null,
    });
  });
});
