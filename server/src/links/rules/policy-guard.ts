import type { Core } from '@strapi/strapi';

import type { SharePolicy } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { refuse } from '../../core/errors';
import { pause } from '../../core/pause';
import type { Rights } from '../../rights/rights';
import type { Target } from '../../rights/target';
import { effectivePolicies, entryKey } from '../../share-policy/effective';
import type { Said } from '../../share-policy/effective';
import { unendedWhere } from '../store/live-links';
import { shownLinks } from '../store/shown-links';
import type { ShownLink } from '../store/shown-links';
import { linkAccess } from './link-access';
import { whatOpens } from './opened-types';
import type { Opened } from './opened-types';
import { mayShareElsewhere } from './shown-elsewhere';

/**
 * A policy on an entry can open other people's links: to the entry, to entries below it, and to
 * entries that show it. Only somebody who may share everything in these links may set it.
 *
 * @throws Refused `field-not-shareable`, or `not-owner` if only creators may share
 */
export async function checkMayOpen(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target,
  policy: SharePolicy,
  rights: Rights
): Promise<void> {
  const said = { ref: { uid: target.uid, documentId: target.documentId }, policy };
  const opened = await whatOpens(strapi, settings, said);
  if (!opened.itself && opened.below.size === 0) return;
  const { checkSharesAll } = linkAccess(strapi);
  for await (const link of linksThatOpen(strapi, settings, said, opened)) {
    await checkSharesAll(link, rights, settings);
  }
  if (!(await mayShareElsewhere(strapi, target, opened, rights))) {
    refuse(
      'field-not-shareable',
      'Links of other entries show more of this one than you may read and share'
    );
  }
}

/** The links whose entry is Off now and would no longer be. */
async function* linksThatOpen(
  strapi: Core.Strapi,
  settings: Settings,
  said: Said,
  { itself, below }: Opened
): AsyncGenerator<ShownLink> {
  const { uid: contentType, documentId: entryDocumentId } = said.ref;
  const own = itself ? [{ contentType, entryDocumentId }] : [];
  const candidates = { $or: [...own, { contentType: { $in: [...below] } }] };
  const where = { $and: [unendedWhere(new Date()), candidates] };
  for await (const links of shownLinks(strapi, where)) {
    const refs = links.map(refOf);
    const now = await effectivePolicies(strapi, settings, refs);
    const closed = refs.filter((ref) => now.get(entryKey(ref))?.effective === 'off');
    const then = await effectivePolicies(strapi, settings, closed, said);
    for (const link of links) {
      const after = then.get(entryKey(refOf(link)));
      if (!after || after.effective === 'off') continue;
      await pause();
      yield link;
    }
  }
}

function refOf({ contentType, entryDocumentId }: ShownLink): Said['ref'] {
  return { uid: contentType, documentId: entryDocumentId };
}
