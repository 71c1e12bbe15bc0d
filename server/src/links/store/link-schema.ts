import type { EndReason, LinkShows } from '../../../../contracts/links';
import type { Snapshot } from '../../content/snapshot';

const SECRET_COLUMNS = [
  'tokenHash',
  'tokenCipher',
  'singleKey',
  'passwordHash',
  'passwordCipher',
  'passwordVersion',
  'frozen',
  'snapshotKey',
  'childFields',
  'shapes',
  'makerKey',
  'makerEmailHash',
  'labelFolded',
  'entryTitleFolded',
];

/**
 * One row per link ever made. Rows are never deleted, so a token can't come back to life.
 *
 * The target is stored as plain strings instead of a relation, so a link survives changes of the
 * schema. Everything secret is `private`, so Strapi's own serialization leaves it out.
 */
export const linkContentType = {
  schema: {
    kind: 'collectionType' as const,
    collectionName: 'share_links',
    info: { singularName: 'link', pluralName: 'links', displayName: 'Share link' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    // Super admins can read any type through the content manager, so secret columns are hidden.
    config: {
      attributes: Object.fromEntries(SECRET_COLUMNS.map((name) => [name, { hidden: true }])),
    },
    indexes: [
      {
        name: 'share_links_target_idx',
        columns: ['entry_document_id', 'content_type'],
        type: null,
      },
      { name: 'share_links_maker_idx', columns: ['shared_by_id'], type: null },
      { name: 'share_links_type_idx', columns: ['content_type', 'revoked_at'], type: null },
    ],
    attributes: {
      tokenHash: {
        type: 'string' as const,
        required: true,
        private: true,
        column: { unique: true },
      },
      tokenCipher: { type: 'text' as const, private: true },
      tokenHint: { type: 'string' as const, required: true },
      /**
       * Set while the link is the only one that its entry may have. The unique column enforces
       * this.
       */
      singleKey: { type: 'string' as const, private: true, column: { unique: true } },
      slug: { type: 'string' as const, column: { unique: true } },
      label: { type: 'string' as const },
      /** `label` and `entryTitle` as searches compare them: see `folded.ts`. */
      labelFolded: { type: 'text' as const, private: true },
      entryTitleFolded: { type: 'text' as const, private: true },
      level: { type: 'string' as const, required: true },
      shows: { type: 'string' as const, required: true },
      contentType: { type: 'string' as const, required: true },
      entryDocumentId: { type: 'string' as const, required: true },
      entryLocale: { type: 'string' as const },
      /** The other languages that visitors can switch to. */
      extraLocales: { type: 'json' as const },
      entryTitle: { type: 'string' as const },
      fields: { type: 'json' as const, required: true },
      startsAt: { type: 'datetime' as const },
      expiresAt: { type: 'datetime' as const },
      pausedAt: { type: 'datetime' as const },
      suspendedAt: { type: 'datetime' as const },
      maxViewers: { type: 'integer' as const },
      viewCount: { type: 'integer' as const, required: true },
      viewerCount: { type: 'integer' as const, required: true },
      /** True once the link has as many viewers as `maxViewers`, so that lists can filter by it. */
      isFull: { type: 'boolean' as const, required: true, private: true },
      lastViewedAt: { type: 'datetime' as const },
      allowIndexing: { type: 'boolean' as const, required: true },
      allowDownload: { type: 'boolean' as const, required: true },
      refreshSeconds: { type: 'integer' as const },
      includeChildren: { type: 'boolean' as const, required: true },
      /** The paths that entries below may show, by uid. Set together with `fields`. */
      childFields: { type: 'json' as const, private: true },
      /** What the paths led to when they were chosen: see `rules/shapes.ts`. */
      shapes: { type: 'json' as const, private: true },
      /** Null if no site may show the link in a frame. */
      frameOrigins: { type: 'json' as const },
      notifyFirstVisit: { type: 'boolean' as const },
      /**
       * The admin user who made the link. Null for programs, and for a person whom this site does
       * not know: then `makerKey` is set.
       */
      sharedById: { type: 'integer' as const },
      /** The maker's document id and e-mail address, since an import changes what an id means. */
      makerKey: { type: 'string' as const, private: true },
      makerEmailHash: { type: 'string' as const, private: true },
      sharedByName: { type: 'string' as const, required: true },
      revokedById: { type: 'integer' as const },
      revokedByName: { type: 'string' as const },
      revokedAt: { type: 'datetime' as const },
      endReason: { type: 'string' as const },
      expiryAnnouncedAt: { type: 'datetime' as const, private: true },
      /** Set once the maker has been reminded of the current end. */
      remindedAt: { type: 'datetime' as const, private: true },
      /** Set once there is nothing left to report about the first visit. */
      firstVisitToldAt: { type: 'datetime' as const, private: true },
      passwordHash: { type: 'string' as const, private: true },
      passwordCipher: { type: 'text' as const, private: true },
      /** Counts the changes of the password. A change makes earlier unlock proofs invalid. */
      passwordVersion: { type: 'integer' as const, required: true, private: true },
      /** The key of the link's snapshot: see `snapshot-schema.ts`. */
      snapshotKey: { type: 'string' as const, private: true },
      /**
       * An older version stored the snapshot here. It is moved at the start and not read elsewhere.
       */
      frozen: { type: 'json' as const, private: true },
    },
  },
};

/** Shapes by path, of the entry and by type of the entries below. */
export interface LinkShapes {
  own: Record<string, string | null>;
  below: Record<string, Record<string, string | null>>;
}

/** A row as it is read, without the content of its snapshot. */
export interface LinkRow {
  /** An import gives the link another one, so only addresses and lists use it. */
  id: number;
  /** The link's own document id. Rows of other tables and proofs name the link by it. */
  documentId: string;
  tokenHash: string;
  tokenCipher: string | null;
  tokenHint: string;
  singleKey: string | null;
  slug: string | null;
  label: string | null;
  labelFolded: string | null;
  entryTitleFolded: string | null;
  level: 'view' | 'comment';
  shows: LinkShows;
  contentType: string;
  entryDocumentId: string;
  entryLocale: string | null;
  extraLocales: string[] | null;
  entryTitle: string | null;
  fields: string[];
  startsAt: string | null;
  expiresAt: string | null;
  pausedAt: string | null;
  suspendedAt: string | null;
  maxViewers: number | null;
  viewCount: number;
  viewerCount: number;
  isFull: boolean;
  lastViewedAt: string | null;
  allowIndexing: boolean;
  allowDownload: boolean;
  refreshSeconds: number | null;
  includeChildren: boolean;
  childFields: Record<string, string[]> | null;
  /** Null on links that are older than this column, until the next start. */
  shapes: LinkShapes | null;
  frameOrigins: string[] | null;
  /** Null on links that are older than this option. */
  notifyFirstVisit: boolean | null;
  sharedById: number | null;
  makerKey: string | null;
  makerEmailHash: string | null;
  sharedByName: string;
  revokedById: number | null;
  revokedByName: string | null;
  revokedAt: string | null;
  endReason: EndReason | null;
  expiryAnnouncedAt: string | null;
  remindedAt: string | null;
  firstVisitToldAt: string | null;
  passwordHash: string | null;
  passwordCipher: string | null;
  passwordVersion: number;
  snapshotKey: string | null;
  createdAt: string;
  updatedAt: string;
}

/** The columns to write, and the snapshot, which another table stores. */
export type LinkData = Partial<LinkRow> & { frozen?: Snapshot | null };
