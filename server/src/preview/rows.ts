import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { PreviewRules } from '../access/preview-link';
import type { PreviewRow } from './schema';

const PREVIEW_UID = 'plugin::share-links.preview';

/** All queries of the table of previews. */
export function previewRows(strapi: Core.Strapi) {
  const query = () => strapi.db.query(PREVIEW_UID);

  return {
    /** Keeps rules until a time. Returns their key. */
    async keep(rules: PreviewRules, endsAt: Date): Promise<string> {
      const key = randomUUID();
      await query().create({
        data: { key, rules, endsAt: endsAt.toISOString() },
        select: ['id'],
      });
      return key;
    },

    /** Deletes the rules whose time is over. */
    forget: (now: Date) => query().deleteMany({ where: { endsAt: { $lt: now.toISOString() } } }),

    async rulesOf(key: string): Promise<PreviewRules | null> {
      const row = (await query().findOne({ where: { key } })) as PreviewRow | null;
      return row?.rules ?? null;
    },
  };
}
