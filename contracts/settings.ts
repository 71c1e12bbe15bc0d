import type { ExpiryPreset, LinkMode } from './links';

export interface ContentTypeSettings {
  /** Whether entries of this type may be shared at all. */
  enabled: boolean;
  /** One live link per entry, or as many as wanted. */
  mode: LinkMode;
}

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
  };
}
