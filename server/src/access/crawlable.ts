import type { Settings } from '../../../contracts/settings';
import { stateOf } from '../links/rules/state';
import type { LinkRow } from '../links/store/link-schema';

/**
 * Whether search engines may have what a link shows: its maker has said so, and it opens for any
 * stranger at this moment. Decided on each request, so that it ends as soon as one of these does.
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
    // Drafts and snapshots are for those who were sent them.
    link.shows === 'published' &&
    policy === 'view' &&
    settings.contentTypes[link.contentType]?.enabled === true &&
    !settings.paused &&
    // The site's own page is the one to find.
    settings.frontendUrl === null
  );
}
