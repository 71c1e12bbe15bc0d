import type { Settings } from '../../../contracts/settings';
import { stateOf } from '../links/rules/state';
import type { LinkRow } from '../links/store/link-schema';

/**
 * Returns true if search engines may index what a link shows: its maker allows it, and the link
 * opens now for any stranger. Each request decides this anew, so indexing ends at once.
 */
export function isCrawlable(
  link: LinkRow,
  settings: Settings,
  policy: 'off' | 'view',
  now: Date
): boolean {
  return (
    link.allowIndexing &&
    stateOf(link, now) === 'active' &&
    link.passwordHash === null &&
    link.maxViewers === null &&
    // Drafts and snapshots are only for the people who received the link.
    link.shows === 'published' &&
    policy === 'view' &&
    settings.contentTypes[link.contentType]?.enabled === true &&
    !settings.paused &&
    // Search engines should find the page of the site's own front end.
    settings.frontendUrl === null
  );
}
