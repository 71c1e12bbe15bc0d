/** One of the pages of a link. Both parts are checked against the link. */
export interface Place {
  /** One of the link's other languages; null for its main one. */
  locale: string | null;
  /** An entry below the shared one; null for the shared entry itself. */
  childId: string | null;
}

export const HOME: Place = { locale: null, childId: null };
