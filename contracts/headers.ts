/** What a front end on another site sends instead of the cookie of an unlocked link. */
export const UNLOCK_HEADER = 'X-Share-Unlock';

/** Front ends on other sites have no cookies of this one: they are told the proof, and tell it. */
export const VIEWER_HEADER = 'X-Share-Viewer';
