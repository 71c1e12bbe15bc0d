/** The style sheet that a site adds to the plugin's own on all public pages. */

export interface SiteStylesheet {
  css: string;
  /** SHA-256 in base64, for the Content-Security-Policy. */
  hash: string;
}
