import type { Branding } from './settings';

/**
 * What a visitor may see of an entry, and nothing else: plain data, safe to render and to send.
 * Made by `content`, rendered by `viewer`, sent as it is by the public JSON.
 */
export interface ShownEntry {
  /** Strapi's `documentId`: tells the entries of one link apart. */
  id: string;
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

export type ShownField = {
  name: string;
  label: string;
  /** Uid of the custom field that it is made with, such as `plugin::color-picker.color`. */
  customField?: string;
} & ShownValue;

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
  /** `cut`: there are more, which are left out because a page has to end somewhere. */
  | { type: 'relation'; value: ShownReference[]; cut: boolean };

/** One component: a group of fields under the component's display name. */
export interface ShownGroup {
  name: string;
  fields: ShownField[];
}

/** A related entry, or a user by a display name. */
export interface ShownReference {
  title: string;
  /** Display name of its content type; null for users. */
  typeName: string | null;
  /** What else is shown of it; empty where the site follows this relation no further. */
  fields: ShownField[];
}

export interface ShownFile {
  id: number;
  name: string;
  /** Below the address of the link, so that it ends with the link. */
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

/** An entry below the one that was shared, as the navigation of its page lists it. */
export interface ShownChild {
  /** Last part of its address: `/share/:token/:childId`. */
  id: string;
  title: string;
  typeName: string;
  children: ShownChild[];
}

/** A language in which the link shows the entry. */
export interface ShownLocale {
  /** As Strapi calls it, such as `fr` or `pt-BR`. */
  code: string;
  /** Part of the address that opens it; null for the link's own, which needs none. */
  segment: string | null;
}

/** What a link opens besides the entry that is looked at. */
export interface ShownSurroundings {
  /** The entry that was shared; where `id` is another, a child is looked at. */
  root: { id: string; title: string };
  /** Empty unless the link includes children. */
  children: ShownChild[];
  /** At least the link's own, where its type is localized; else empty. */
  locales: ShownLocale[];
}

/** Describes one attribute to a front end that did not know the type. */
export interface ShownAttribute {
  name: string;
  label: string;
  type: ShownValue['type'];
  /** Of components, and of relations that are followed. */
  attributes?: ShownAttribute[];
  /** Of dynamic zones: what the groups of each name may hold. */
  groups?: { name: string; attributes: ShownAttribute[] }[];
}

/** Answer of `GET /api/share-links/public/:token`. */
export interface PublicAnswer {
  data: ShownEntry;
  meta: ShownSurroundings & {
    /** Labels and types of all that `data` may hold, filled or not. */
    schema: ShownAttribute[];
    /** How often the page asks for news; null for never. */
    refreshSeconds: number | null;
    allowDownload: boolean;
    /** Address of all files of the entry in one archive; null where there is none. */
    zip: string | null;
    /**
     * Whether files, too, are only sent to whoever proves to be let in: the link has a password or
     * a limit on its visitors.
     */
    isGuarded: boolean;
    /** Name, logo, colour and footer of the site's public pages. */
    branding: Branding;
    expiresAt: string | null;
  };
}

/** One place that a search has found. */
export interface SearchHit {
  /** The entry it is in, by its `id`. */
  entry: string;
  title: string;
  /** Where on its page: the id of an element. */
  anchor: string | null;
  /** Label of the field. */
  label: string | null;
  /** The words around the hit, in pieces so that nothing has to be escaped. */
  snippet: { text: string; isHit: boolean }[];
}

/** Answer of `POST /api/share-links/public/:token/search` with `{ q }`. */
export interface SearchAnswer {
  data: SearchHit[];
  meta: {
    q: string;
    /** There are more hits than were sent. */
    cut: boolean;
  };
}
