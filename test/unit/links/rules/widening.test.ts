import { describe, expect, it } from 'vitest';

import { linkContentType } from '../../../../server/src/links/store/link-schema';
import type { LinkRow } from '../../../../server/src/links/store/link-schema';
import { isWidening } from '../../../../server/src/links/rules/widening';

const link = {
  label: null,
  slug: 'a-slug',
  shows: 'published',
  fields: ['title'],
  extraLocales: null,
  includeChildren: false,
  childFields: null,
  startsAt: '2026-06-01T00:00:00.000Z',
  expiresAt: '2026-07-01T00:00:00.000Z',
  pausedAt: '2026-06-02T00:00:00.000Z',
  suspendedAt: '2026-06-02T00:00:00.000Z',
  maxViewers: 5,
  frameOrigins: ['https://a.example'],
  allowIndexing: false,
  allowDownload: true,
  passwordHash: 'hash',
  passwordVersion: 1,
  tokenHash: 'token',
  revokedAt: null,
} as LinkRow;

describe('a change of a link', () => {
  it.each<[string, Partial<LinkRow>]>([
    ['another token', { tokenHash: 'other' }],
    ['another slug', { slug: 'other' }],
    ['no slug', { slug: null }],
    ['another version', { shows: 'draft' }],
    ['more fields', { fields: ['title', 'summary'] }],
    ['fewer fields', { fields: [] }],
    ['another language', { extraLocales: ['fr'] }],
    ['entries below', { includeChildren: true }],
    ['other fields of entries below', { childFields: { 'api::page.page': ['title'] } }],
    ['an earlier start', { startsAt: '2026-05-01T00:00:00.000Z' }],
    ['no start', { startsAt: null }],
    ['a later end', { expiresAt: '2026-07-02T00:00:00.000Z' }],
    ['no end', { expiresAt: null }],
    ['no pause', { pausedAt: null }],
    ['no suspension', { suspendedAt: null }],
    ['more viewers', { maxViewers: 6 }],
    ['any number of viewers', { maxViewers: null }],
    ['search engines', { allowIndexing: true }],
    ['no password', { passwordHash: null }],
    ['another site with a frame', { frameOrigins: ['https://a.example', 'https://b.example'] }],
    ['any subdomain with a frame', { frameOrigins: ['https://*.a.example'] }],
    ['another maker', { sharedById: 7 }],
    ['another password for a readable address', { passwordHash: 'other' }],
  ])('to %s opens it further', (_what, change) => {
    expect(isWidening(link, change)).toBe(true);
  });

  it.each<[string, Partial<LinkRow>]>([
    ['nothing', {}],
    ['what it is already', { slug: 'a-slug', extraLocales: [], fields: ['title'] }],
    ['another name', { label: 'Name' }],
    ['a later start', { startsAt: '2026-06-02T00:00:00.000Z' }],
    ['an earlier end', { expiresAt: '2026-06-30T00:00:00.000Z' }],
    ['a pause', { pausedAt: '2026-06-03T00:00:00.000Z' }],
    ['fewer viewers', { maxViewers: 4 }],
    ['no downloads', { allowDownload: false }],
    ['the same sites with frames', { frameOrigins: ['https://a.example'] }],
    ['no site with a frame', { frameOrigins: null }],
    ['its end', { revokedAt: '2026-06-03T00:00:00.000Z', slug: null, singleKey: null }],
  ])('to %s does not open it further', (_what, change) => {
    expect(isWidening(link, change)).toBe(false);
  });

  it('to another password does not open it further when it has no readable address or had no password', () => {
    expect(isWidening({ ...link, slug: null }, { passwordHash: 'other' })).toBe(false);
    expect(isWidening({ ...link, passwordHash: null }, { passwordHash: 'first' })).toBe(false);
  });

  it('to an unknown column opens it further', () => {
    const columns = Object.keys(linkContentType.schema.attributes);
    expect(columns).not.toContain('newColumn');
    expect(isWidening(link, { newColumn: 1 } as Partial<LinkRow>)).toBe(true);
  });
});
