import type { Core } from '@strapi/strapi';

import type { TimelinePage } from '../../../../contracts/link-schemas';
import type { Actor, TimelineEvent, TimelineEventType } from '../../../../contracts/links';
import { plainPath } from '../../schema/paths';
import type { LinkRow } from './link-schema';

const EVENT_UID = 'plugin::share-links.event';

type Change = TimelineEvent['changes'][number];

type LinkRef = Pick<LinkRow, 'documentId'>;

/** Columns whose old and new values the timeline shows. None of them is secret. */
const TOLD: (keyof LinkRow)[] = [
  'label',
  'shows',
  'fields',
  'slug',
  'startsAt',
  'expiresAt',
  'maxViewers',
  'allowIndexing',
  'allowDownload',
  'refreshSeconds',
  'includeChildren',
  'extraLocales',
  'frameOrigins',
  'notifyFirstVisit',
];

/** Columns that have another name in the contract. */
const NAMES: Partial<Record<keyof LinkRow, string>> = { extraLocales: 'locales' };

/** What an edit changed, with the names of the contract. */
export function changesBetween(before: LinkRow, after: Partial<LinkRow>): Change[] {
  return TOLD.filter((field) => after[field] !== undefined)
    .map((field) => ({
      field: NAMES[field] ?? field,
      from: toldValue(field, before[field]),
      to: toldValue(field, after[field]),
    }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

/** Hides the old and new slug, but keeps that it changed. */
export function withoutAddresses(changes: Change[]): Change[] {
  return changes.map((change) =>
    change.field === 'slug' ? { ...change, from: null, to: null } : change
  );
}

export async function recordEvent(
  strapi: Core.Strapi,
  { documentId }: LinkRef,
  type: TimelineEventType,
  actor: Actor,
  changes: Change[] = []
): Promise<void> {
  await strapi.db.query(EVENT_UID).create({
    data: {
      linkDocumentId: documentId,
      type,
      actorId: actor.id,
      actorName: actor.name,
      changes,
    },
  });
}

/** Records the same event for many links. */
export async function recordEvents(
  strapi: Core.Strapi,
  links: LinkRef[],
  type: TimelineEventType,
  actor: Actor
): Promise<void> {
  await strapi.db.query(EVENT_UID).createMany({
    data: links.map(({ documentId }) => ({
      linkDocumentId: documentId,
      type,
      actorId: actor.id,
      actorName: actor.name,
      changes: [],
    })),
  });
}

/** The number of events of a link, of the requested types. */
export function countEvents(
  strapi: Core.Strapi,
  link: LinkRef,
  { type }: Pick<TimelinePage, 'type'>
): Promise<number> {
  return strapi.db.query(EVENT_UID).count({ where: eventsWhere(link, type) });
}

/** One page of a link's events, newest first. */
export async function timelineOf(
  strapi: Core.Strapi,
  link: LinkRef,
  { page, pageSize, type }: TimelinePage
): Promise<TimelineEvent[]> {
  const rows = (await strapi.db.query(EVENT_UID).findMany({
    where: eventsWhere(link, type),
    orderBy: { id: 'desc' },
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })) as {
    id: number;
    type: TimelineEventType;
    createdAt: string;
    actorId: number | null;
    actorName: string;
    changes: Change[];
  }[];
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    at: new Date(row.createdAt).toISOString(),
    by: { id: row.actorId, name: row.actorName },
    changes: row.changes,
  }));
}

/** The paths of fields that events name. */
export function fieldsIn(events: TimelineEvent[]): string[] {
  const changes = events.flatMap((event) => event.changes);
  const values = changes.flatMap(({ field, from, to }) => (field === 'fields' ? [from, to] : []));
  return values.flatMap((value) => (Array.isArray(value) ? value.map(String) : []));
}

function eventsWhere({ documentId }: LinkRef, type: TimelinePage['type']) {
  return { linkDocumentId: documentId, ...(type ? { type: { $in: type } } : {}) };
}

function toldValue(field: keyof LinkRow, value: unknown): unknown {
  return field === 'fields' ? (value as string[]).map(plainPath) : plain(value);
}

function plain(value: unknown): unknown {
  const isDate = value instanceof Date || /^\d{4}-\d\d-\d\dT/.test(String(value));
  return isDate ? new Date(value as string).toISOString() : (value ?? null);
}
