import type { LinkData, LinkRow } from '../store/link-schema';

type Compare = (after: never, before: never) => boolean;

/** Columns that never open anything. */
const HARMLESS: (keyof LinkData)[] = [
  'label',
  'refreshSeconds',
  'notifyFirstVisit',
  'singleKey',
  // These depend on other columns, which are checked.
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

/** Changes that only close a link, by column. */
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
  frameOrigins: (after: string[] | null, before: string[] | null) =>
    (after ?? []).every((origin) => before?.includes(origin)),
};

/**
 * Returns true if a change gives a link another address or opens more: other content, other people
 * or a longer time. An unknown column counts as opening.
 */
export function isWidening(before: LinkRow, change: LinkData): boolean {
  // Ending a link also frees its slug, which opens nothing.
  if (change.revokedAt) return false;
  if (opensByPassword(before, change)) return true;
  return (Object.keys(change) as (keyof LinkData)[]).some((column) => {
    const [after, was] = [change[column], (before as LinkData)[column]];
    if (after === undefined || HARMLESS.includes(column) || isSame(after, was)) return false;
    return !CLOSING[column]?.(after as never, was as never);
  });
}

/** A slug can be guessed, so whoever sets a new password could open the link themselves. */
function opensByPassword({ slug, passwordHash }: LinkRow, change: LinkData): boolean {
  return Boolean(slug && passwordHash && change.passwordHash);
}

function isSame(after: unknown, before: unknown): boolean {
  return JSON.stringify(plain(after)) === JSON.stringify(plain(before));
}

/** Rows that are older than a column contain null instead of an empty list. */
function plain(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null);
}
