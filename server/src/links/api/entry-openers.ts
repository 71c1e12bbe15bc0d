import type { Core } from '@strapi/strapi';

import type { EntryOpeners, Opener } from '../../../../contracts/entries';
import type { Settings } from '../../../../contracts/settings';
import type { Rights } from '../../rights/rights';
import type { Target } from '../../rights/target';
import { entryTitles } from '../../rights/titles';
import type { EntryTitle } from '../../rights/titles';
import { NOT_LOADED } from '../rules/exposed-paths';
import { linkAccess } from '../rules/link-access';
import { openersOf } from '../rules/openers';
import type { FoundOpener } from '../rules/openers';
import { standings } from '../rules/standings';
import type { Standing } from '../rules/standings';

/** The panel names no more links of other entries than this. */
const MAX_ELSEWHERE = 50;

/**
 * What opens an entry, as the panel shows it. That a link opens the entry concerns everybody who may
 * read it; which link that is, only people who may see the link.
 */
export async function entryOpeners(
  strapi: Core.Strapi,
  settings: Settings,
  { uid, documentId, locale }: Target,
  rights: Rights
): Promise<EntryOpeners> {
  const access = linkAccess(strapi);
  const found = await openersOf(strapi, settings, { uid, documentId, locale });
  const open = found.filter(({ opensFor }) => opensFor !== 'nobody');
  const elsewhere = found.filter(({ by }) => by !== 'own').slice(0, MAX_ELSEWHERE);
  const rows = elsewhere.map(({ row }) => row);
  const [titleOf, standingOf] = await Promise.all([
    entryTitles(strapi, rows),
    standings(strapi, settings, rows),
  ]);
  const described: Opener[] = [];
  for (const opener of elsewhere) {
    const { row } = opener;
    const title = titleOf(row);
    const isReadable = title !== null && access.readsTitle(row, rights, NOT_LOADED, title.field);
    const isSeen = await access.sees(row, rights);
    described.push(describe(opener, isSeen ? standingOf(row) : null, isReadable ? title : null));
  }
  return {
    open: open.length,
    own: open.filter(({ by }) => by === 'own').length,
    elsewhere: described,
  };
}

/** @param standing null if the person may not see the link */
function describe(
  { row, by, opensFor, closedBy }: FoundOpener,
  standing: Standing | null,
  title: EntryTitle | null
): Opener {
  return {
    by: by as Opener['by'],
    opensFor,
    closedBy: standing ? closedBy : [],
    link: standing && {
      id: row.id,
      label: row.label,
      tokenHint: row.tokenHint,
      state: standing.state,
      contentType: row.contentType,
      documentId: row.entryDocumentId,
      locale: row.entryLocale,
      entryTitle: title?.text ?? null,
    },
  };
}
