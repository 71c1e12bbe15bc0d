import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { topLevel } from '../../utils/fieldPaths';
import { offeredOptions } from './fields/childrenAndLocales';
import type { ChildrenAndLocales } from './fields/childrenAndLocales';
import { defaultExpiry, isEnded, laterEnd } from './fields/expiry';
import type { ExpiryChoice } from './fields/expiry';
import { localInput } from './fields/localTime';
import { refreshChoice } from './fields/refresh';
import type { RefreshValues } from './fields/refresh';

/** The values of the form for a link's rules; texts are as the person typed them. */
export interface RulesValues extends RefreshValues, ChildrenAndLocales {
  label: string;
  expiry: ExpiryChoice;
  /** Local date and time; applies if `expiry` is `date`. */
  expiresAt: string;
  /** `keep` leaves the password as it is, `set` takes the one that is typed, if any. */
  passwordPlan: 'keep' | 'set' | 'remove';
  password: string;
  /** Local date and time; empty if the link starts at once. */
  startsAt: string;
  /** Whether the link shows all fields that the person may share, or only `fields`. */
  allFields: boolean;
  fields: string[];
  slug: string;
  /** The sites that may show the link in a frame, one in each line. */
  frameOrigins: string;
  /** Empty if any number may open the link. */
  maxViewers: string;
  allowDownload: boolean;
  allowIndexing: boolean;
  notifyFirstVisit: boolean;
}

/** The rules that are folded at first. */
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
  'frameOrigins',
  'notifyFirstVisit',
] as const;

export type RuleName = 'label' | 'expiry' | 'password' | (typeof FOLDED_RULES)[number];

/** Returns the values of a new link, as the site proposes them. */
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
    frameOrigins: '',
    maxViewers: '',
    includeChildren: false,
    locales: [],
    ...refreshChoice(null),
    allowDownload: true,
    allowIndexing: false,
    notifyFirstVisit: false,
  };
}

/** Returns the values of a link that is edited. */
export function valuesOf(link: Link, sharing: EntrySharing, now: Date): RulesValues {
  const { exposure, limits } = sharing;
  return {
    label: link.label ?? '',
    expiresAt: link.expiresAt ? localInput(new Date(link.expiresAt)) : '',
    ...(isEnded(link.expiresAt, now) ? laterEnd(link, limits, now) : { expiry: 'keep' as const }),
    passwordPlan: link.hasPassword ? 'keep' : 'set',
    password: '',
    startsAt: link.startsAt ? localInput(new Date(link.startsAt)) : '',
    shows: link.shows,
    allFields: isSame(link.fields, exposure?.paths ?? []),
    fields: topLevel(link.fields),
    slug: link.slug ?? '',
    frameOrigins: link.frameOrigins.join('\n'),
    maxViewers: link.maxViewers === null ? '' : String(link.maxViewers),
    includeChildren: link.includeChildren,
    locales: link.locales,
    ...refreshChoice(link.refreshSeconds),
    allowDownload: link.allowDownload,
    allowIndexing: link.allowIndexing,
    notifyFirstVisit: link.notifyFirstVisit,
  };
}

/** Returns the values of a new link that copies another, without its name, address and password. */
export function copiedValues(link: Link, sharing: EntrySharing, now: Date): RulesValues {
  const blank = newValues(sharing);
  const copied = valuesOf(link, sharing, now);
  const mayNeverEnd = sharing.limits.allowNever && sharing.limits.maxExpiryDays === null;
  const shareable = copied.fields.filter((name) => blank.fields.includes(name));
  const offered = offeredOptions(sharing, null);

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
    frameOrigins: copied.frameOrigins,
    maxViewers: copied.maxViewers,
    includeChildren: copied.includeChildren && offered.children,
    locales: copied.locales.filter((code) => offered.locales.includes(code)),
    ...refreshChoice(link.refreshSeconds),
    allowDownload: copied.allowDownload,
    allowIndexing: copied.allowIndexing,
    notifyFirstVisit: copied.notifyFirstVisit,
  };
}

export function isSame(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((item) => others.includes(item));
}
