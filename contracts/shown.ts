/**
 * What a visitor may see of an entry, and nothing else: plain data, safe to render and to send.
 * Made by `content`, rendered by `viewer`, sent as it is by the public JSON.
 */
export interface ShownEntry {
  title: string;
  /** Display name of the content type, such as `Project`. */
  typeName: string;
  locale: string | null;
  /** Which version this is; null where the type has no draft & publish. */
  status: 'draft' | 'published' | 'frozen' | null;
  /** When the content was frozen; null for everything else. */
  frozenAt: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  /** In the order of the content manager's edit view. */
  fields: ShownField[];
}

export type ShownField = { name: string; label: string } & ShownValue;

export type ShownValue =
  | { type: 'string' | 'text' | 'email' | 'enumeration'; value: string | null }
  /** Decimals and big integers stay strings so that no digit is lost. */
  | { type: 'number'; value: number | string | null }
  | { type: 'boolean'; value: boolean | null }
  /** `2026-05-04` */
  | { type: 'date'; value: string | null }
  /** `09:15:00.000` */
  | { type: 'time'; value: string | null }
  /** ISO 8601 in UTC. */
  | { type: 'datetime'; value: string | null }
  /** HTML made from the stored markdown by the plugin's own renderer, already sanitised. */
  | { type: 'richtext'; value: string | null }
  /** Nodes of Strapi's blocks editor; addresses in them have been checked. */
  | { type: 'blocks'; value: ShownBlock[] | null }
  | { type: 'json'; value: unknown }
  | { type: 'media'; multiple: boolean; value: ShownFile[] }
  | { type: 'component'; repeatable: boolean; value: ShownGroup[] }
  | { type: 'dynamiczone'; value: ShownGroup[] }
  | { type: 'relation'; value: ShownReference[] };

/** One component: a group of fields under the component's display name. */
export interface ShownGroup {
  name: string;
  fields: ShownField[];
}

/** A related entry by its title, or a user by a display name. */
export interface ShownReference {
  title: string;
}

export interface ShownFile {
  id: number;
  name: string;
  url: string;
  mime: string;
  /** Bytes. */
  size: number;
  /** Alternative text; empty when the editors gave none. */
  alt: string;
  caption: string | null;
  /** Pixels; null for anything but images. */
  width: number | null;
  height: number | null;
  /** Smaller versions that Strapi made of an image, narrowest first. */
  formats: { url: string; width: number; height: number }[];
}

export interface ShownBlock {
  type: string;
  children?: ShownBlock[];
  text?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
  level?: number;
  format?: 'ordered' | 'unordered';
  url?: string;
  language?: string;
  image?: { url: string; alternativeText: string; width: number; height: number };
}

/** Answer of `GET /api/share-links/public/:token`. */
export interface PublicAnswer {
  data: ShownEntry;
}
