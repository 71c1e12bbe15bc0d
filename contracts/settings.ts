import type { ExpiryPreset, LinkMode } from './links';

export interface ContentTypeSettings {
  /** Whether entries of this type may be shared at all. */
  enabled: boolean;
  /** One live link per entry, or as many as wanted. */
  mode: LinkMode;
  /** What holds for entries that have no share policy of their own and none above them. */
  level: 'off' | 'view';
  /**
   * How far new links reach: attribute name of a relation → levels of related entries whose own
   * fields are shown. What is not named, or 0, shows titles only.
   */
  relations: Record<string, number>;
  /** Attribute name of the relation to the entry above; null for types that have none. */
  parent: string | null;
}

/** The deepest that `relations` may go. */
export const RELATION_MAX_DEPTH = 3;

/** What is kept of visitors' addresses: whole, the network, a hash that changes daily, nothing. */
export const ADDRESS_MODES = ['full', 'truncated', 'hashed', 'off'] as const;
export type AddressMode = (typeof ADDRESS_MODES)[number];

export interface VisitSettings {
  address: AddressMode;
  /** Days; visits older than this are deleted. Null keeps them. */
  retentionDays: number | null;
}

/** How many attempts are let through, in windows of the length that each name says. */
export interface RateLimits {
  /** Addresses that open nothing, per client and minute. */
  unknownPerMinute: number;
  /** Wrong passwords per link and client in ten minutes. */
  passwordsPerClient: number;
  /** Wrong passwords per link in ten minutes, whoever gives them. */
  passwordsPerLink: number;
  /** Pages, files and searches per client and minute. */
  readsPerMinute: number;
}

/** What holds where the site says nothing else. */
export const DEFAULT_RATE_LIMITS: RateLimits = {
  unknownPerMinute: 30,
  passwordsPerClient: 5,
  passwordsPerLink: 20,
  readsPerMinute: 600,
};

/** The highest number that any of them may be. */
export const RATE_LIMIT_MAX = 1_000_000;

/** The longest that a link may live, that visits may be kept, before an end to remind; in days. */
export const EXPIRY_MAX_DAYS = 36_500;
export const RETENTION_MAX_DAYS = 36_500;
export const REMINDER_MAX_DAYS = 365;

/** What the site asks of every link. */
export interface LinkLimits {
  /** What the form proposes, and what a link gets that names no end. */
  defaultExpiry: ExpiryPreset;
  /** Longest life in days, counted from the save; null for any. */
  maxExpiryDays: number | null;
  /** Whether a link may have no end. */
  allowNever: boolean;
  passwordRequired: boolean;
  /** Characters; 8 unless the site says otherwise. */
  passwordMinLength: number;
}

export interface Branding {
  /** Shown at the top of public pages. */
  name: string | null;
  /** Address of an image: https, or a path of this site. */
  logo: string | null;
  /** `#rrggbb`; adjusted where text on it would be hard to read. */
  color: string | null;
  /** A line at the foot of public pages. */
  footer: string | null;
}

/** A site that has set none of it. */
export const UNBRANDED: Branding = { name: null, logo: null, color: null, footer: null };

/** Site settings: `config/plugins.ts` gives defaults, the stored ones win unless locked there. */
export interface Settings extends LinkLimits {
  /** The kill switch: while true, no link of the site opens. */
  paused: boolean;
  /** By uid; a type that is not named is enabled with many links per entry. */
  contentTypes: Record<string, ContentTypeSettings>;
  /** Only the creator of an entry may share it, whatever the role says. */
  ownerOnly: boolean;
  /** Whether passwords are kept encrypted so that they can be read back. */
  passwordReveal: boolean;
  /** `uniform`: a dead link answers as if it never was; `explained`: it says so, with 403. */
  refusal: 'uniform' | 'explained';
  /** Where visitors reach this Strapi, such as `https://cms.example.com`; null: Strapi's own. */
  publicUrl: string | null;
  /** Address of a link on a front end of the site's own, with `{token}` in it; null: this page. */
  frontendUrl: string | null;
  /** What becomes of a link whose maker is gone or may not share any more. */
  makerLost: 'suspend' | 'keep';
  branding: Branding;
  visits: VisitSettings;
  limits: RateLimits;
  /** Days before a link's end at which its maker gets an e-mail; null for no e-mail. */
  reminderDays: number | null;
}

/** A relation as the settings page offers it. */
export interface RelationChoice {
  name: string;
  label: string;
  /** Uid of the related type. */
  target: string;
  /** Whether it leads to one entry, as a parent has to. */
  isToOne: boolean;
}

/** Who paused all sharing, and when. */
export interface SitePause {
  by: string;
  at: string;
}

/** Answer of `GET` and `PUT /share-links/settings`. */
export interface SettingsAnswer {
  data: Settings;
  meta: {
    /** Settings that the configuration file has fixed. */
    locked: (keyof Settings)[];
    sitePaused: SitePause | null;
    /** Display names of the content types, by uid. */
    typeNames: Record<string, string>;
    /** Relations to other shareable types that `relations` and `parent` may name, by uid. */
    relations: Record<string, RelationChoice[]>;
    /** How many links that open, or can open again, have no password. */
    withoutPassword: number;
  };
}
