import { READ_LINKS_ACTION, SHARE_ACTION } from '../../../contracts/permissions';
import { adminRoute } from '../core/routing';
import { limitAdminWork } from '../limits/work-places';

export const previewRoutes = [
  adminRoute(
    'POST',
    '/links/:id/preview',
    'previews.ofLink',
    [SHARE_ACTION, READ_LINKS_ACTION],
    [limitAdminWork('panel')]
  ),
  adminRoute('POST', '/previews', 'previews.ofRules', [SHARE_ACTION], [limitAdminWork('panel')]),
];
