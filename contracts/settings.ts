import { PRESET_DAYS } from './links';
import type { ExpiryPreset, LinkMode } from './links';
import type { RateLimits } from './attempt-limits';

export interface ContentTypeSettings {
  /** True if entries of this type may be shared. */
  enabled: boolean;
  /** One live link per entry, or any number. */
  mode: LinkMode;
  /** The policy of entries without a share policy of their own or above them. */
  level: 'off' | 'view';
  /**
   * How deep new links follow relations: the attribute name of a relation → the levels of related
   * entries that show their own fields. 0 or a missing name shows only titles.
   */
  relations: Record<string, number>;
  /** The attribute name of the relation to the parent; null if the type has none. */
  parent: string | null;
}

/** The maximum depth in `relations`. */
export const RELATION_MAX_DEPTH = 3;

/**
 * What is stored of visitors' IP addresses: all, the network, a hash that changes daily, or
 * nothing.
 */
export const ADDRESS_MODES = ['full', 'truncated', 'hashed', 'off'] as const;
export type AddressMode = (typeof ADDRESS_MODES)[number];

export interface VisitSettings {
  address: AddressMode;
  /** In days. Older visits are deleted; null keeps all. */
  retentionDays: number | null;
}

/**
 * The maximum of days for the life of a link, for storing visits, and for a reminder before an end.
 */
export const EXPIRY_MAX_DAYS = 36_500;
export const RETENTION_MAX_DAYS = 36_500;
export const REMINDER_MAX_DAYS = 365;

/** The site's rules for links. */
export interface LinkLimits {
  /** The end that the form proposes, and that a link without a given end gets. */
  defaultExpiry: ExpiryPreset;
  /** The longest life in days, counted from the save; null means any. */
  maxExpiryDays: number | null;
  /** True if a link may have no end. */
  allowNever: boolean;
  passwordRequired: boolean;
  /** In characters; the default is 8. */
  passwordMinLength: number;
}

/**
 * How many days a link without a given end gets instead of the default, because another rule
 * forbids that. Returns null if the rules agree.
 */
export function replacedDefault({
  defaultExpiry,
  allowNever,
  maxExpiryDays,
}: Pick<LinkLimits, 'defaultExpiry' | 'allowNever' | 'maxExpiryDays'>): number | null {
  const days = defaultExpiry === 'never' ? Infinity : PRESET_DAYS[defaultExpiry];
  if (maxExpiryDays !== null && days > maxExpiryDays) return maxExpiryDays;
  return defaultExpiry === 'never' && !allowNever ? PRESET_DAYS['1y'] : null;
}

export interface Branding {
  /** Shown at the top of public pages. */
  name: string | null;
  /** The address of an image: https, or a path on this site. */
  logo: string | null;
  /** `#rrggbb`. It is adjusted if text in it would be hard to read. */
  color: string | null;
  /** A line at the foot of public pages. */
  footer: string | null;
}

/** A site without branding. */
export const UNBRANDED: Branding = { name: null, logo: null, color: null, footer: null };

/**
 * The site's settings. `config/plugins.ts` gives defaults; stored settings override them unless
 * they are locked there.
 */
export interface Settings extends LinkLimits {
  /** The kill switch: while true, no link of the site opens. */
  paused: boolean;
  /** The types by uid. A missing type is enabled with any number of links per entry. */
  contentTypes: Record<string, ContentTypeSettings>;
  /** If true, only the creator of an entry may share it, whatever their role allows. */
  ownerOnly: boolean;
  /** True if passwords are stored encrypted, so that people can read them later. */
  passwordReveal: boolean;
  /**
   * `uniform`: a dead link answers like an unknown one. `explained`: it tells the reason, with 403.
   */
  refusal: 'uniform' | 'explained';
  /**
   * Where visitors reach this Strapi, such as `https://cms.example.com`; null means Strapi's own
   * address.
   */
  publicUrl: string | null;
  /**
   * The address of a link on the site's own front end, with `{token}` in it; null means the
   * plugin's page.
   */
  frontendUrl: string | null;
  /** What happens to a link whose maker is gone or may no longer share it. */
  makerLost: 'suspend' | 'keep';
  branding: Branding;
  visits: VisitSettings;
  limits: RateLimits;
  /** How many days before a link's end its maker gets an e-mail; null means none. */
  reminderDays: number | null;
}

/** A relation as the settings page offers it. */
export interface RelationChoice {
  name: string;
  label: string;
  /** Uid of the related type. */
  target: string;
  /** True if it leads to a single entry, as a parent must. */
  isToOne: boolean;
}

/** Who paused all sharing, and when. */
export interface SitePause {
  by: string;
  at: string;
}

/** Something about the site that keeps links from working as they should. */
export type SiteProblem =
  /** Links lead to this machine, where nobody outside can open them. */
  | { code: 'local-address'; url: string }
  /** Visitors come through a proxy that Strapi does not trust. */
  | { code: 'untrusted-proxy'; url: string }
  /** Visitors can make up the IP address that limits and visits go by. */
  | { code: 'forgeable-address' }
  | { code: 'no-encryption-key' }
  /** Mails are switched on, but nobody has configured how they are sent. */
  | { code: 'email-not-configured' }
  /** A link without a given end gets another than the default that is set. */
  | { code: 'default-expiry-replaced'; days: number }
  /** Another route of the site answers an address of the plugin. */
  | { code: 'route-taken'; address: string; by: string; contentType: string | null }
  /** The plugin answers an address of the site. */
  | { code: 'route-hidden'; address: string; by: string }
  /** The public pages hide files of the site's public folder. */
  | { code: 'files-hidden'; folder: string; prefix: string }
  /** The API has no prefix, so the panel's addresses take the place of those for programs. */
  | { code: 'no-api-prefix'; address: string };

/** One line of the status box: `error` if something answers wrongly or can't be reached. */
export type SiteStatus = SiteProblem & { level: 'error' | 'warning' };

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
    /** The number of links without a password that open now or can open again. */
    withoutPassword: number;
    /** What is wrong with the site's configuration; empty if all is well. */
    status: SiteStatus[];
  };
}

/**
 * Answer of `POST /share-links/settings/effects`, under `data`: what a change of the settings would
 * do to links that exist already.
 */
export interface SettingsEffects {
  /** Links that open now, and would not open any more. */
  closed: number;
  /** Open links that would lose entries below theirs. */
  narrowed: number;
  /** Entries with several live links, of types that would allow one. These links stay. */
  crowded: number;
}
