import type { Core } from '@strapi/strapi';

import type { SharePolicy } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { childTypes } from '../content/children';
import {
  effectivePolicies,
  effectivePolicy,
  entryKey,
  inheritedPolicy,
} from '../share-policy/effective';
import { liveWhere } from './filter';
import type { Rights } from './rights';
import type { LinkRow } from './schema';
import { linkRows } from './store';
import type { Target } from './target';
import { linkAccess } from './visibility';

/** Links that are looked at together. */
const BATCH = 200;

/**
 * A share policy that is no longer Off opens links that others have made, of the entry and of those
 * below it: that is for somebody who may share all that these show.
 *
 * @throws Refused `field-not-shareable`
 */
export async function checkMayOpen(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target,
  policy: SharePolicy,
  rights: Rights
): Promise<void> {
  const before = await effectivePolicy(strapi, settings, target);
  const after =
    policy === 'inherit' ? (await inheritedPolicy(strapi, settings, target)).effective : policy;
  if (before.effective !== 'off' || after === 'off') return;
  const { checkSharesAll } = linkAccess(strapi);
  for await (const links of linksUnder(strapi, settings, target)) {
    for (const link of links) await checkSharesAll(link, rights);
  }
}

/** The live links that the policy of an entry decides about, in batches. */
async function* linksUnder(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target
): AsyncGenerator<LinkRow[]> {
  const own = { contentType: target.uid, entryDocumentId: target.documentId };
  const below = { contentType: { $in: childTypes(strapi, settings, target.uid) } };
  let before: number | null = null;
  for (;;) {
    const found: LinkRow[] = await linkRows(strapi).find(
      {
        $and: [
          liveWhere(new Date()),
          { $or: [own, below] },
          ...(before === null ? [] : [{ id: { $lt: before } }]),
        ],
      },
      { limit: BATCH }
    );
    yield await decidedBy(strapi, settings, target, found);
    if (found.length < BATCH) return;
    before = found.at(-1)!.id;
  }
}

async function decidedBy(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target,
  links: LinkRow[]
): Promise<LinkRow[]> {
  const refOf = (link: LinkRow) => ({ uid: link.contentType, documentId: link.entryDocumentId });
  const policies = await effectivePolicies(strapi, settings, links.map(refOf));
  return links.filter((link) => {
    const key = entryKey(refOf(link));
    const parent = policies.get(key)?.parent;
    return key === entryKey(target) || (parent && entryKey(parent) === entryKey(target));
  });
}
