import { READ_LINKS_ACTION, SHARE_ACTION } from '../../../contracts/permissions';
import { adminRoute } from '../core/routing';
import { limitAdminWork } from '../limits/work-places';

const READERS = [SHARE_ACTION, READ_LINKS_ACTION];

export const visitRoutes = [
  adminRoute('GET', '/links/:id/visits', 'visits.find', READERS, [
    limitAdminWork('export', (ctx) => ctx.query.format === 'csv'),
  ]),
  adminRoute('DELETE', '/links/:id/visits', 'visits.erase', [SHARE_ACTION]),
  adminRoute('GET', '/visits/summary', 'visits.summary', READERS),
];
