import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { topLevel } from '../../utils/fieldPaths';
import { defaultExpiry, isEnded } from './fields/expiry';
import type { ExpiryChoice } from './fields/expiry';
import { localInput } from './fields/localTime';
import { reachChoices } from './fields/reach';
import type { ReachValues } from './fields/reach';
import { refreshChoice } from './fields/refresh';
import type { RefreshValues } from './fields/refresh';

/** What the form of a link's rules holds; texts are as the person typed them. */
export interface RulesValues extends RefreshValues, ReachValues {
  label: string;
  expiry: ExpiryChoice;
  /** Local date and time, counts while `expiry` is `date`. */
  expiresAt: string;
  /** `keep`: as it is, which for a new link means none unless one was typed. */
  passwordPlan: 'keep' | 'set' | 'remove';
  password: string;
  /** Local date and time; empty for at once. */
  startsAt: string;
  /** All that the person may share, or `fields` alone. */
  allFields: boolean;
  fields: string[];
  slug: string;
  /** Empty for any number. */
  maxViewers: string;
  allowDownload: boolean;
  allowIndexing: boolean;
  notifyFirstVisit: boolean;
}

/** The rules that the form keeps folded away at first. */
export const FOLDED_RULES = [
  'startsAt',
  'shows',
  'fields',
  'slug',
  'maxViewers',
  'includeChildren',
  'locales',
  'refresh',
  'allowDownload',
  'allowIndexing',
  'notifyFirstVisit',
] as const;

export type RuleName = 'label' | 'expiry' | 'password' | (typeof FOLDED_RULES)[number];

/** A new link, as the site proposes it. */
export function newValues({ exposure, limits }: EntrySharing): RulesValues {
  return {
    label: '',
    expiry: defaultExpiry(limits),
    expiresAt: '',
    passwordPlan: 'set',
    password: '',
    startsAt: '',
    shows: exposure?.shows ?? 'draft',
    allFields: true,
    fields: exposure?.fields.map(({ name }) => name) ?? [],
    slug: '',
    maxViewers: '',
    includeChildren: false,
    locales: [],
    ...refreshChoice(null),
    allowDownload: true,
    allowIndexing: false,
    notifyFirstVisit: false,
  };
}

/** A link as it is, to be edited. */
export function valuesOf(link: Link, sharing: EntrySharing, now: Date): RulesValues {
  const { exposure, limits } = sharing;
  return {
    label: link.label ?? '',
    expiry: isEnded(link.expiresAt, now) ? defaultExpiry(limits) : 'keep',
    expiresAt: link.expiresAt ? localInput(new Date(link.expiresAt)) : '',
    passwordPlan: link.hasPassword ? 'keep' : 'set',
    password: '',
    startsAt: link.startsAt ? localInput(new Date(link.startsAt)) : '',
    shows: link.shows,
    allFields: isSame(link.fields, exposure?.paths ?? []),
    fields: topLevel(link.fields),
    slug: link.slug ?? '',
    maxViewers: link.maxViewers === null ? '' : String(link.maxViewers),
    includeChildren: link.includeChildren,
    locales: link.locales,
    ...refreshChoice(link.refreshSeconds),
    allowDownload: link.allowDownload,
    allowIndexing: link.allowIndexing,
    notifyFirstVisit: link.notifyFirstVisit,
  };
}

/** A new link with the settings of another; what names or protects that one is left out. */
export function copiedValues(link: Link, sharing: EntrySharing, now: Date): RulesValues {
  const blank = newValues(sharing);
  const copied = valuesOf(link, sharing, now);
  const mayNeverEnd = sharing.limits.allowNever && sharing.limits.maxExpiryDays === null;
  const shareable = copied.fields.filter((name) => blank.fields.includes(name));
  const reach = reachChoices(sharing, null);

  return {
    ...blank,
    ...(copied.expiry === 'keep' && link.expiresAt
      ? { expiry: 'date' as const, expiresAt: copied.expiresAt }
      : {}),
    ...(link.expiresAt === null && mayNeverEnd ? { expiry: 'never' as const } : {}),
    startsAt: link.startsAt && new Date(link.startsAt) > now ? copied.startsAt : '',
    shows: copied.shows,
    allFields: copied.allFields || shareable.length === 0,
    fields: shareable.length > 0 ? shareable : blank.fields,
    maxViewers: copied.maxViewers,
    includeChildren: copied.includeChildren && reach.children,
    locales: copied.locales.filter((code) => reach.locales.includes(code)),
    ...refreshChoice(link.refreshSeconds),
    allowDownload: copied.allowDownload,
    allowIndexing: copied.allowIndexing,
    notifyFirstVisit: copied.notifyFirstVisit,
  };
}

export function isSame(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((item) => others.includes(item));
}
