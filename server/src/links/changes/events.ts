import type { Core } from '@strapi/strapi';
import { emitAudit } from '@strapi/utils';

import type { Actor, TimelineEvent, TimelineEventType } from '../../../../contracts/links';
import { getSettings } from '../../settings/service';
import { JUDGED_COLUMNS, standingAlone, standings } from '../rules/standings';
import type { Standing } from '../rules/standings';
import type { LinkRow } from '../store/link-schema';
import { withoutAddresses } from '../store/timeline';

/** The plugin's events on `strapi.eventHub`. Webhooks of the site can subscribe to each. */
export const LINK_EVENTS = [
  'share-link.create',
  'share-link.update',
  'share-link.pause',
  'share-link.resume',
  'share-link.rotate',
  'share-link.revoke',
  'share-link.expire',
  'share-link.visit',
  'share-link.unlock-failed',
] as const;

export type LinkEvent = (typeof LINK_EVENTS)[number];

/** The columns of a link that its events need. */
export const TOLD_COLUMNS = [
  ...JUDGED_COLUMNS,
  'id',
  'label',
  'tokenHint',
  'entryTitle',
] as const satisfies (keyof LinkRow)[];

export type ToldLink = Pick<LinkRow, (typeof TOLD_COLUMNS)[number]>;

const OWN_EVENT = new Set<TimelineEventType>(['create', 'pause', 'resume', 'rotate', 'revoke']);

/** The event for a change. A change without its own event is an update. */
export function eventOf(type: TimelineEventType): LinkEvent {
  return (OWN_EVENT.has(type) ? `share-link.${type}` : 'share-link.update') as LinkEvent;
}

/**
 * Notifies the site's own code, its webhooks and its audit log. Never throws: a failed listener
 * must not undo the change.
 */
export async function emitLinkEvent(
  strapi: Core.Strapi,
  event: LinkEvent,
  link: ToldLink,
  by: Actor | null = null,
  changes: TimelineEvent['changes'] = []
): Promise<void> {
  const { state, closedBy } = await standingAt(strapi, event, link);
  await emitAudit({ strapi }, event, {
    link: {
      id: link.id,
      label: link.label,
      tokenHint: link.tokenHint,
      state,
      closedBy,
      contentType: link.contentType,
      documentId: link.entryDocumentId,
      locale: link.entryLocale,
      entryTitle: link.entryTitle,
      expiresAt: link.expiresAt,
    },
    by,
    changes: withoutAddresses(changes),
  });
}

/** Somebody has just been at the link if a visitor causes the event, so nothing is read again. */
const BY_VISITORS: LinkEvent[] = ['share-link.visit', 'share-link.unlock-failed'];

async function standingAt(
  strapi: Core.Strapi,
  event: LinkEvent,
  link: ToldLink
): Promise<Standing> {
  const alone = () => standingAlone(link, new Date());
  if (BY_VISITORS.includes(event)) return alone();
  try {
    const settings = await getSettings(strapi);
    return (await standings(strapi, settings, [link]))(link);
  } catch (error) {
    strapi.log.error(`share-links: the state of a link could not be read: ${String(error)}`);
    return alone();
  }
}
