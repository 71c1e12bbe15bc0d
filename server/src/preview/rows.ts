import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { PreviewRules } from '../access/preview-link';
import type { PreviewRow } from './schema';

const PREVIEW_UID = 'plugin::share-links.preview';

/** All queries of the table of previews. */
export function previewRows(strapi: Core.Strapi) {
  const query = () => strapi.db.query(PREVIEW_UID);

  return {
    /** Keeps rules until a time, and forgets those whose time is over. Returns their key. */
    async keep(rules: PreviewRules, endsAt: Date): Promise<string> {
      const key = randomUUID();
      await query().deleteMany({ where: { endsAt: { $lt: new Date().toISOString() } } });
      await query().create({
        data: { key, rules, endsAt: endsAt.toISOString() },
        select: ['id'],
      });
      return key;
    },

    async rulesOf(key: string): Promise<PreviewRules | null> {
      const row = (await query().findOne({ where: { key } })) as PreviewRow | null;
      return row?.rules ?? null;
    },
  };
}
