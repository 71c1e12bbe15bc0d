import { READ_LINKS_ACTION, SHARE_ACTION } from '../../../contracts/permissions';

/**
 * Any of them opens the page: all links, or those of the entries that one may share. The menu
 * compares the subject only where one is named, so the right to share any type will do.
 */
export const SITE_PERMISSIONS = [READ_LINKS_ACTION, SHARE_ACTION].map((action) => ({
  action,
  subject: null,
}));
