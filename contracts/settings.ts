import type { LinkMode } from './links';

export interface ContentTypeSettings {
  /** Whether entries of this type may be shared at all. */
  enabled: boolean;
  /** One live link per entry, or as many as wanted. */
  mode: LinkMode;
}

/** Site settings: `config/plugins.ts` gives defaults, the stored ones win. */
export interface Settings {
  /** By uid; a type that is not named is enabled with many links per entry. */
  contentTypes: Record<string, ContentTypeSettings>;
  /** Only the creator of an entry may share it, whatever the role says. */
  ownerOnly: boolean;
  /** Where visitors reach this Strapi, such as `https://cms.example.com`; null: Strapi's own. */
  publicUrl: string | null;
}
