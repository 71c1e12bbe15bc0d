/** Other hosts of a page's images and media, which its policy must name. */
export interface FileHosts {
  images: string[];
  media: string[];
}

export const OWN_HOST: FileHosts = { images: [], media: [] };
