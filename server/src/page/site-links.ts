/**
 * Returns true for an address of the site that a text was written for, such as `/contact`. Here it
 * would lead to an error of the CMS, so its words are shown without a link. Uploads are at the CMS
 * itself.
 */
export function leadsNowhere(address: string): boolean {
  return address.startsWith('/') && !/^\/(?:[\w-]+\/)*uploads\//.test(address);
}

/** The same for HTML from the plugin's own renderer, where `href` is a link's first attribute. */
export function withoutDeadLinks(html: string): string {
  return html.replace(
    /<a href="([^"]*)"[^<>]*>([^]*?)<\/a>/g,
    (link, href: string, words: string) => (leadsNowhere(href) ? words : link)
  );
}
