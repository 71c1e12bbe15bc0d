import type { Core } from '@strapi/strapi';

import type { ClosedReason, LinkState } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { presences } from '../../content/presence';
import { goneMakers } from '../../rights/gone-makers';
import { effectivePolicies, entryKey } from '../../share-policy/effective';
import type { LinkRow } from '../store/link-schema';
import { UNHINDERED, closedBy, stateFrom } from './state';

/** What a visitor meets at a link now, and all that keeps them out. */
export interface Standing {
  state: LinkState;
  closedBy: ClosedReason[];
}

/** The columns of a link on which its standing depends. */
export const JUDGED_COLUMNS = [
  'startsAt',
  'expiresAt',
  'pausedAt',
  'suspendedAt',
  'revokedAt',
  'maxViewers',
  'viewerCount',
  'contentType',
  'entryDocumentId',
  'entryLocale',
  'shows',
  'sharedById',
  'makerKey',
] as const satisfies (keyof LinkRow)[];

type JudgedLink = Pick<LinkRow, (typeof JUDGED_COLUMNS)[number]>;

/**
 * Tells for many links at once how they stand. It reads what lies around them: their makers, the
 * policies of their entries and the shown versions, with a fixed number of queries for each content
 * type, however many links there are. Deleted links need none of this.
 */
export async function standings(
  strapi: Core.Strapi,
  settings: Settings,
  links: JudgedLink[]
): Promise<(link: JudgedLink) => Standing> {
  const kept = links.filter(({ revokedAt }) => !revokedAt);
  const [isGone, policies, presenceOf] = await Promise.all([
    goneMakers(strapi, settings, kept),
    effectivePolicies(strapi, settings, kept.map(refOf)),
    presences(strapi, kept),
  ]);
  const now = new Date();
  return (link) => {
    if (link.revokedAt) return standingAlone(link, now);
    const reasons = closedBy(
      link,
      {
        isMakerGone: isGone(link),
        isTypeEnabled: settings.contentTypes[link.contentType]?.enabled === true,
        policy: policies.get(entryKey(refOf(link)))?.effective ?? 'off',
        isSitePaused: settings.paused,
        content: presenceOf(link),
      },
      now
    );
    return { state: stateFrom(reasons), closedBy: reasons };
  };
}

/** How a link stands by its own row alone. */
export function standingAlone(link: JudgedLink, now: Date): Standing {
  const reasons = closedBy(link, UNHINDERED, now);
  return { state: stateFrom(reasons), closedBy: reasons };
}

function refOf({ contentType, entryDocumentId }: JudgedLink) {
  return { uid: contentType, documentId: entryDocumentId };
}
