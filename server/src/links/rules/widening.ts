import type { LinkData, LinkRow } from '../store/link-schema';

type Compare = (after: never, before: never) => boolean;

/** What opens nothing, whatever it becomes. */
const HARMLESS: (keyof LinkData)[] = [
  'label',
  'refreshSeconds',
  'notifyFirstVisit',
  'singleKey',
  // These follow from others that are looked at.
  'isFull',
  'passwordCipher',
  'passwordVersion',
  'expiryAnnouncedAt',
  'remindedAt',
  'firstVisitToldAt',
  'updatedAt',
];

const isSet = (after: unknown) => after !== null;
const isOff = (after: boolean) => !after;

/** Changes of a column that only ever close. */
const CLOSING: Partial<Record<keyof LinkData, Compare>> = {
  pausedAt: isSet,
  suspendedAt: isSet,
  passwordHash: isSet,
  allowIndexing: isOff,
  allowDownload: isOff,
  expiresAt: (after: string | null, before: string | null) =>
    after !== null && (before === null || new Date(after) <= new Date(before)),
  startsAt: (after: string | null, before: string | null) =>
    after !== null && (before === null || new Date(after) >= new Date(before)),
  maxViewers: (after: number | null, before: number | null) =>
    after !== null && (before === null || after <= before),
};

/**
 * Whether a change gives a link another address, or opens more than before: other content, other
 * people, a longer time. A column that nobody has thought of counts as opening.
 */
export function isWidening(before: LinkRow, change: LinkData): boolean {
  // The end of a link lets go of its address as well.
  if (change.revokedAt) return false;
  if (opensByPassword(before, change)) return true;
  return (Object.keys(change) as (keyof LinkData)[]).some((column) => {
    const [after, was] = [change[column], (before as LinkData)[column]];
    if (after === undefined || HARMLESS.includes(column) || isSame(after, was)) return false;
    return !CLOSING[column]?.(after as never, was as never);
  });
}

/** A readable address can be guessed: whoever chooses another password for it lets themselves in. */
function opensByPassword({ slug, passwordHash }: LinkRow, change: LinkData): boolean {
  return Boolean(slug && passwordHash && change.passwordHash);
}

function isSame(after: unknown, before: unknown): boolean {
  return JSON.stringify(plain(after)) === JSON.stringify(plain(before));
}

/** Rows that are older than a column have null where newer ones have an empty list. */
function plain(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null);
}
