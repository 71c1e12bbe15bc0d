/** Which of the pages of one link is looked at. Both are checked against the link. */
export interface Place {
  /** One of the link's other languages; null for its own. */
  locale: string | null;
  /** An entry below the one that was shared; null for that one itself. */
  childId: string | null;
}

export const HOME: Place = { locale: null, childId: null };
