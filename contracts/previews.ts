/** How long a preview opens, in seconds. */
export const PREVIEW_SECONDS = 10 * 60;

/** A look at a link from the panel. It shows what visitors see, and counts nowhere. */
export interface Preview {
  /**
   * The path of the preview on the server that the panel talks to. It opens only in the browser
   * that asked for it, because that has a cookie for it.
   */
  url: string;
  expiresAt: string;
  /**
   * Only for a panel of another origin, whose browser takes no cookie from this answer: sent as the
   * form field `key` to `url`, it gives the cookie there.
   */
  key?: string;
}
