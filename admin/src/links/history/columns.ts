/** The columns of the history, in order. */
export const HISTORY_COLUMNS = [
  'type',
  'name',
  'sharedBy',
  'sharedAt',
  'expiry',
  'password',
  'state',
  'cancelledBy',
  'cancelledAt',
  'actions',
] as const;

export type HistoryColumn = (typeof HISTORY_COLUMNS)[number];
