import type { Core, UID } from '@strapi/strapi';

import type { EntryPolicy, PolicySource } from '../../../contracts/entries';
import type { SharePolicy } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { isUniqueViolation } from '../core/database-errors';
import type { Rights } from '../rights/rights';
import { findEntry } from '../rights/target';
import type { Target } from '../rights/target';
import { makeTitle, titleField } from '../schema/entry-title';
import { UNTITLED } from '../schema/paths';
import { effectivePolicy, entryKey, inheritedPolicy } from './effective';
import type { Effective } from './effective';
import { POLICY_UID } from './schema';

/** Stores the policy of an entry. The caller checks the right to set it. */
export async function savePolicy(
  strapi: Core.Strapi,
  target: Target,
  policy: SharePolicy,
  setByName: string
): Promise<void> {
  const rows = strapi.db.query(POLICY_UID);
  const where = { entryKey: entryKey(target) };
  if (policy === 'inherit') {
    await rows.delete({ where });
    return;
  }
  const data = {
    ...where,
    contentType: target.uid,
    entryDocumentId: target.documentId,
    level: policy,
    setByName,
  };
  if (await rows.update({ where, data })) return;
  try {
    await rows.create({ data });
  } catch (error) {
    // Somebody else set it at the same time: the later one wins.
    if (!isUniqueViolation(error)) throw error;
    await rows.update({ where, data });
  }
}

/** The policy as the panel shows it. */
export async function describePolicy(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target,
  rights: Rights
): Promise<EntryPolicy> {
  const policy = await effectivePolicy(strapi, settings, target);
  const source = await describeSource(strapi, target, rights, policy);
  if (policy.own === 'inherit') return { own: policy.own, ...source, inherited: source };
  const above = await inheritedPolicy(strapi, settings, target);
  const inherited = await describeSource(strapi, target, rights, above);
  return { own: policy.own, ...source, inherited };
}

/** Shows the title of the parent only to people who may read it. */
async function describeSource(
  strapi: Core.Strapi,
  target: Target,
  rights: Rights,
  { effective, from, parent }: Effective
): Promise<PolicySource> {
  if (!parent) return { effective, from, parentTitle: null };
  const title = await titleField(strapi, parent.uid);
  const above = await findEntry(strapi, parent.uid, parent.documentId, target.locale, 'draft');
  const mayRead = above && rights.readsField(parent.uid, above, title ?? UNTITLED);
  const typeName = strapi.contentTypes[parent.uid as UID.ContentType]?.info.displayName ?? '';
  return {
    effective,
    from,
    parentTitle: mayRead ? makeTitle({ main: title && above[title], typeName }) : null,
  };
}
