import type { Core } from '@strapi/strapi';

import { linkRows } from './link-rows';
import type { Where } from './link-rows';
import type { LinkRow } from './link-schema';
import { LINK_UID } from './link-uid';

/** What a mail about a link needs to know of it, and nothing that opens it. */
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
  'notifyFirstVisit',
  'firstVisitToldAt',
  'updatedAt',
] as const satisfies (keyof LinkRow)[];

export type MailedLink = Pick<LinkRow, (typeof COLUMNS)[number]>;

/** Columns by which the database knows what was told already. */
const MARKS = { ending: 'remindedAt', opened: 'firstVisitToldAt' } as const;

export type MailKind = keyof typeof MARKS;

/** Links whose makers may have to be told something, and what was told already. */
export function mailedLinks(strapi: Core.Strapi) {
  const { markIf } = linkRows(strapi);
  return {
    /** Links that a person has made and that nothing of the kind was told of, by their ids. */
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

    /** Marks it as told; of many who want to at once, one does. */
    mark: (kind: MailKind, id: number, where: Where, at: string): Promise<boolean> =>
      markIf({ ...where, id, [MARKS[kind]]: null }, { [MARKS[kind]]: at }),

    /** Only while the mark is still the one that was set: an edit may have taken it away. */
    unmark: (kind: MailKind, id: number, at: string): Promise<boolean> =>
      markIf({ id, [MARKS[kind]]: at }, { [MARKS[kind]]: null }),
  };
}
