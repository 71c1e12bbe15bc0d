import type { Core } from '@strapi/strapi';

import type { SharePolicy } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { childTypes } from '../../content/children';
import { refuse } from '../../core/errors';
import { readsOfLink } from '../../rights/permitted-link';
import type { Rights } from '../../rights/rights';
import type { Target } from '../../rights/target';
import {
  effectivePolicies,
  effectivePolicy,
  entryKey,
  inheritedPolicy,
} from '../../share-policy/effective';
import { linkRows } from '../store/link-rows';
import type { Where } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import { liveWhere } from '../store/live-links';
import { linkAccess } from './link-access';

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
  if (!(await mayShareElsewhere(strapi, target, rights))) {
    refuse(
      'field-not-shareable',
      'Links of other entries show more of this one than you may read and share'
    );
  }
}

/** Whether somebody may share what links of other entries show of this one: related to it, or above. */
async function mayShareElsewhere(
  strapi: Core.Strapi,
  { uid, entry }: Target,
  rights: Rights
): Promise<boolean> {
  const asked = new Set<string>();
  for await (const links of liveLinks(strapi, {})) {
    for (const link of links) {
      const key = JSON.stringify([link.contentType, link.fields, link.childFields]);
      if (asked.has(key)) continue;
      asked.add(key);
      const reads = readsOfLink(strapi, link).filter((read) => read.isRelated && read.uid === uid);
      const mayShare = reads.every(({ path, needs }) =>
        needs === 'share'
          ? rights.sharesField(uid, entry, path)
          : rights.readsField(uid, entry, path)
      );
      if (!mayShare) return false;
    }
  }
  return true;
}

/** The live links that the policy of an entry decides about, in batches. */
async function* linksUnder(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target
): AsyncGenerator<LinkRow[]> {
  const own = { contentType: target.uid, entryDocumentId: target.documentId };
  const below = { contentType: { $in: childTypes(strapi, settings, target.uid) } };
  for await (const found of liveLinks(strapi, { $or: [own, below] })) {
    yield await decidedBy(strapi, settings, target, found);
  }
}

/** Live links in batches, the newest first. */
async function* liveLinks(strapi: Core.Strapi, where: Where): AsyncGenerator<LinkRow[]> {
  let before: number | null = null;
  for (;;) {
    const conditions = [liveWhere(new Date()), where];
    if (before !== null) conditions.push({ id: { $lt: before } });
    const found: LinkRow[] = await linkRows(strapi).find({ $and: conditions }, { limit: BATCH });
    yield found;
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
