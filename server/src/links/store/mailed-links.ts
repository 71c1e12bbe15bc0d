import type { Core } from '@strapi/strapi';

import { linkRows } from './link-rows';
import type { Where } from './link-rows';
import type { LinkRow } from './link-schema';
import { LINK_UID } from './link-uid';

/** The columns that a mail about a link needs. None of them opens the link. */
const COLUMNS = [
  'id',
  'label',
  'contentType',
  'entryDocumentId',
  'entryLocale',
  'entryTitle',
  'extraLocales',
  'fields',
  'includeChildren',
  'childFields',
  'expiresAt',
  'viewCount',
  'sharedById',
  'makerKey',
  'notifyFirstVisit',
  'firstVisitToldAt',
  'updatedAt',
] as const satisfies (keyof LinkRow)[];

export type MailedLink = Pick<LinkRow, (typeof COLUMNS)[number]>;

/** The columns that mark a mail as sent. */
const MARKS = { ending: 'remindedAt', opened: 'firstVisitToldAt' } as const;

export type MailKind = keyof typeof MARKS;

/** Links whose makers may need a mail, and marks for the mails that were sent. */
export function mailedLinks(strapi: Core.Strapi) {
  const { markIf } = linkRows(strapi);
  return {
    /** Links that a person made and that have no mail of this kind yet, by their ids. */
    untold: (kind: MailKind, where: Where, after: number, limit: number) =>
      strapi.db.query(LINK_UID).findMany({
        where: {
          ...where,
          [MARKS[kind]]: null,
          sharedById: { $notNull: true },
          id: { $gt: after },
        },
        orderBy: { id: 'asc' },
        limit,
        select: [...COLUMNS],
      }) as Promise<MailedLink[]>,

    /** Marks the mail as sent. If several nodes try at once, only one gets true. */
    mark: (kind: MailKind, id: number, where: Where, at: string): Promise<boolean> =>
      markIf({ ...where, id, [MARKS[kind]]: null }, { [MARKS[kind]]: at }),

    /** Removes the mark only if it is still the same: an edit may have removed it. */
    unmark: (kind: MailKind, id: number, at: string): Promise<boolean> =>
      markIf({ id, [MARKS[kind]]: at }, { [MARKS[kind]]: null }),
  };
}
