/**
 * The header for the unlock proof, for front ends on other sites: they have no cookies of this
 * site.
 */
export const UNLOCK_HEADER = 'X-Share-Unlock';

/** The header for the viewer proof, in answers and requests, for front ends on other sites. */
export const VIEWER_HEADER = 'X-Share-Viewer';
