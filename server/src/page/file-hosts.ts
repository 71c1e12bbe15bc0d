/** Other hosts that a page's pictures and films come from, as its policy has to name them. */
export interface FileHosts {
  images: string[];
  media: string[];
}

export const OWN_HOST: FileHosts = { images: [], media: [] };
