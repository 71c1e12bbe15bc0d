import type { Core } from '@strapi/strapi';
import { emitAudit } from '@strapi/utils';

import type { Actor, TimelineEvent, TimelineEventType } from '../../../../contracts/links';
import { stateOf } from '../rules/state';
import type { LinkRow } from '../store/link-schema';
import { withoutAddresses } from '../store/timeline';

/** Events of the plugin on `strapi.eventHub`; a site's webhooks may subscribe to each. */
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

const OWN_EVENT = new Set<TimelineEventType>(['create', 'pause', 'resume', 'rotate', 'revoke']);

/** The event that a change is announced as: those without one of their own are updates. */
export function eventOf(type: TimelineEventType): LinkEvent {
  return (OWN_EVENT.has(type) ? `share-link.${type}` : 'share-link.update') as LinkEvent;
}

/**
 * Tells the site's own code, its webhooks and its audit log. Never throws: a listener that fails
 * must not undo what has happened.
 */
export async function emitLinkEvent(
  strapi: Core.Strapi,
  event: LinkEvent,
  link: LinkRow,
  by: Actor | null = null,
  changes: TimelineEvent['changes'] = []
): Promise<void> {
  await emitAudit({ strapi }, event, {
    link: {
      id: link.id,
      label: link.label,
      tokenHint: link.tokenHint,
      state: stateOf(link, new Date()),
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
