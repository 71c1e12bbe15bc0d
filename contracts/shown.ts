import type { Branding } from './settings';

/**
 * What a visitor may see of an entry, and nothing else: plain data that is safe to render and to
 * send. `content` makes it, `page` renders it, and the public JSON sends it unchanged.
 */
export interface ShownEntry {
  /** Strapi's `documentId`, which tells the entries of one link apart. */
  id: string;
  /**
   * The title attribute; if it is empty or not shown, the first shown text, the name of the first
   * file, or the type name.
   */
  title: string;
  /** Display name of the content type, such as `Project`. */
  typeName: string;
  locale: string | null;
  /** The shown version; null if the type has no draft & publish. */
  status: 'draft' | 'published' | 'frozen' | null;
  /** When the snapshot was taken; null for other versions. */
  frozenAt: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  /** In the order of the content manager's edit view. */
  fields: ShownField[];
}

export type ShownField = {
  name: string;
  label: string;
  /** The uid of its custom field, such as `plugin::color-picker.color`. */
  customField?: string;
} & ShownValue;

export type ShownValue =
  | { type: 'string' | 'text' | 'email' | 'enumeration'; value: string | null }
  /** Decimals and big integers stay strings, so that no digit is lost. */
  | { type: 'number'; value: number | string | null }
  | { type: 'boolean'; value: boolean | null }
  /** `2026-05-04` */
  | { type: 'date'; value: string | null }
  /** `09:15:00.000` */
  | { type: 'time'; value: string | null }
  /** ISO 8601 in UTC. */
  | { type: 'datetime'; value: string | null }
  /** HTML from the stored Markdown, made and sanitized by the plugin's own renderer. */
  | { type: 'richtext'; value: string | null }
  /** Nodes of Strapi's blocks editor, with checked addresses. */
  | { type: 'blocks'; value: ShownBlock[] | null }
  | { type: 'json'; value: unknown }
  | { type: 'media'; multiple: boolean; value: ShownFile[] }
  | { type: 'component'; repeatable: boolean; value: ShownGroup[] }
  | { type: 'dynamiczone'; value: ShownGroup[] }
  /** `cut` is true if there are more entries than a page shows. */
  | { type: 'relation'; value: ShownReference[]; cut: boolean };

/** One component: a group of fields under the component's display name. */
export interface ShownGroup {
  name: string;
  fields: ShownField[];
}

/** A related entry, or a user with a display name. */
export interface ShownReference {
  /** Never empty: an entry without a title has its type and place, such as `Photo 3`. */
  title: string;
  /** The display name of its content type; null for users. */
  typeName: string | null;
  /** Its other shown fields; empty if the site follows this relation no further. */
  fields: ShownField[];
}

export interface ShownFile {
  id: number;
  name: string;
  /** An address below the link's own, so that it ends with the link. */
  url: string;
  mime: string;
  /** Bytes. */
  size: number;
  /** The alternative text; empty if the editors gave none. */
  alt: string;
  caption: string | null;
  /** In pixels; null if the file is not an image. */
  width: number | null;
  height: number | null;
  /** Smaller versions of an image that Strapi made, narrowest first. */
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

/** An entry below the shared one, as in the navigation of the page. */
export interface ShownChild {
  /** The last part of its address: `/share/:token/:childId`. */
  id: string;
  title: string;
  typeName: string;
  children: ShownChild[];
}

/** A language in which the link shows the entry. */
export interface ShownLocale {
  /** Strapi's code, such as `fr` or `pt-BR`. */
  code: string;
  /** The part of the address for it; null for the link's main language, which needs none. */
  segment: string | null;
}

/** What a link opens besides the current entry. */
export interface ShownSurroundings {
  /**
   * The shared entry. If its `id` differs from the current entry's, the current entry is a child.
   */
  root: { id: string; title: string };
  /** Empty unless the link includes children. */
  children: ShownChild[];
  /** Contains at least the link's main language if the type is localized; otherwise empty. */
  locales: ShownLocale[];
}

/** Describes one attribute, for front ends that do not know the type. */
export interface ShownAttribute {
  name: string;
  label: string;
  type: ShownValue['type'];
  /** The attributes of a component or of a followed relation. */
  attributes?: ShownAttribute[];
  /** For dynamic zones: the possible attributes of the groups of each name. */
  groups?: { name: string; attributes: ShownAttribute[] }[];
}

/** Answer of `GET /api/share-links/public/:token`. */
export interface PublicAnswer {
  data: ShownEntry;
  meta: ShownSurroundings & {
    /** The labels and types of everything that `data` can contain, filled or not. */
    schema: ShownAttribute[];
    /** How often the page refreshes, in seconds; null means never. */
    refreshSeconds: number | null;
    allowDownload: boolean;
    /** The address of an archive of all files; null if there is none. */
    zip: string | null;
    /**
     * True if files also need the visitor's proof: the link has a password or limits its visitors.
     */
    isGuarded: boolean;
    /** The name, logo, colour and footer of the site's public pages. */
    branding: Branding;
    expiresAt: string | null;
  };
}

/** One result of a search. */
export interface SearchHit {
  /** The `id` of its entry. */
  entry: string;
  title: string;
  /** The id of an element on its page. */
  anchor: string | null;
  /** The label of the field. */
  label: string | null;
  /** The words around the hit, in pieces, so that no markup is needed. */
  snippet: { text: string; isHit: boolean }[];
}

/** The longest text that can be searched for, in characters. */
export const MAX_QUERY_LENGTH = 200;

/** Answer of `POST /api/share-links/public/:token/search` with `{ q }`. */
export interface SearchAnswer {
  data: SearchHit[];
  meta: {
    q: string;
    /** True if there are more hits than the answer contains. */
    cut: boolean;
  };
}
