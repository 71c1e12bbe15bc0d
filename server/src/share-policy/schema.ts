import type { SharePolicy } from '../../../contracts/links';

export const POLICY_UID = 'plugin::share-links.policy';

/**
 * One row per entry with its own share policy, for all its languages. The entry is stored as plain
 * strings, as in a link.
 */
export const policyContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: 'share_link_policies',
    info: { singularName: 'policy', pluralName: 'policies', displayName: 'Share policy' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    attributes: {
      /** Type and entry in one unique column, so that an entry can't have two rows. */
      entryKey: { type: 'string' as const, required: true, column: { unique: true } },
      contentType: { type: 'string' as const, required: true },
      entryDocumentId: { type: 'string' as const, required: true },
      level: { type: 'string' as const, required: true },
      setByName: { type: 'string' as const },
    },
  },
};

export interface PolicyRow {
  id: number;
  entryKey: string;
  contentType: string;
  entryDocumentId: string;
  level: Exclude<SharePolicy, 'inherit'>;
}
