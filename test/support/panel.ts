import type { EntrySharing, ExposedField, Exposure } from '../../contracts/entries';
import type { Link } from '../../contracts/links';
import type { LinkLimits } from '../../contracts/settings';
import { DAY_MS } from '../../contracts/dates';

/** A link and its entry in the form that the panel receives, for tests of the panel’s functions. */
export const now = new Date(2026, 5, 15, 12, 0);
export const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);

export const field = (name: string, label: string): ExposedField => ({ name, label, kind: 'text' });
export const exposure: Exposure = {
  shows: 'published',
  locale: null,
  paths: ['title', 'customer.name', 'customer.logo'],
  fields: [field('title', 'Title'), field('customer', 'Customer')],
  relations: [],
  followed: [],
  files: { labels: [], count: 0 },
};
export const limits: LinkLimits = {
  defaultExpiry: 'never',
  maxExpiryDays: null,
  allowNever: true,
  passwordRequired: false,
  passwordMinLength: 8,
};
export const link: Link = {
  id: 1,
  url: 'https://cms.example.com/share/rA5k_xY2pQ8jM1nL_Z9vW4bK3tH6cJ0-',
  tokenHint: 'rA5k_x',
  slug: null,
  label: 'Lumen',
  closedBy: [],
  state: 'active',
  level: 'view',
  shows: 'draft',
  contentType: 'api::project.project',
  documentId: 'doc',
  locale: null,
  locales: [],
  entryTitle: 'Portal',
  fields: ['title'],
  missingFields: [],
  startsAt: null,
  expiresAt: inDays(3).toISOString(),
  hasPassword: true,
  maxViewers: 5,
  viewCount: 0,
  viewerCount: 2,
  lastViewedAt: null,
  allowIndexing: false,
  allowDownload: true,
  refreshSeconds: null,
  includeChildren: false,
  frameOrigins: [],
  notifyFirstVisit: false,
  sharedBy: { id: 1, name: 'Edith Editor' },
  createdAt: now.toISOString(),
  updatedAt: now.toISOString(),
  revokedBy: null,
  revokedAt: null,
};
export const sharing: EntrySharing = {
  contentType: 'api::project.project',
  documentId: 'doc',
  locale: null,
  title: 'Portal',
  mode: 'multiple',
  versions: { draftAndPublish: true, published: true },
  counts: { live: 1, total: 1 },
  openers: { open: 0, own: 0, elsewhere: [] },
  visits: null,
  links: [link],
  can: { see: true, create: true, manage: true, reveal: true, setPolicy: true },
  reasons: { see: null, create: null },
  exposure,
  limits,
  policy: {
    own: 'inherit',
    effective: 'view',
    from: 'type',
    parentTitle: null,
    inherited: { effective: 'view', from: 'type', parentTitle: null },
  },
  children: { available: false, count: 0 },
  otherLocales: [],
  sitePaused: null,
  addressesKept: true,
};
/** The same entry, with entries below it and another language. */
export const reaching: EntrySharing = {
  ...sharing,
  children: { available: true, count: 4 },
  otherLocales: [{ code: 'fr', name: 'French (fr)' }],
};
