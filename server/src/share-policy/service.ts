import type { Core } from '@strapi/strapi';
import { emitAudit } from '@strapi/utils';

import type { EntryPolicy, PolicySource } from '../../../contracts/entries';
import { policySchema } from '../../../contracts/link-schemas';
import { refuse } from '../core/errors';
import { checkMayOpen } from '../links/rules/policy-guard';
import { refusalToShare } from '../rights/permitted-fields';
import type { Rights } from '../rights/rights';
import { isUniqueViolation } from '../links/store/link-rows';
import { findEntry, loadTarget } from '../rights/target';
import type { Target } from '../rights/target';
import { getSettings } from '../settings/service';
import type { Settings } from '../../../contracts/settings';
import { validate } from '../core/validation';
import { titleField } from '../schema/labels';
import { effectivePolicy, entryKey, inheritedPolicy } from './effective';
import type { Effective } from './effective';
import { POLICY_UID } from './schema';

interface EntryAddress {
  contentType: string;
  documentId: string;
  locale?: string | null;
}

/**
 * Sets the share policy of an entry, in all its languages. It holds on the very next request.
 *
 * @throws Refused `invalid`, what the person would be told who tries to share the entry, or
 *   `field-not-shareable` where it would open links that show more than they may share
 */
export async function setPolicy(
  strapi: Core.Strapi,
  entry: EntryAddress,
  input: unknown,
  rights: Rights
): Promise<EntryPolicy> {
  const { policy } = validate(policySchema, input);
  const settings = await getSettings(strapi);
  const target = await loadTarget(strapi, entry);
  const refusal = refusalToShare(rights, settings, target);
  if (refusal) refuse(refusal.code, refusal.message);
  await checkMayOpen(strapi, settings, target, policy, rights);

  const rows = strapi.db.query(POLICY_UID);
  const where = { entryKey: entryKey(target) };
  if (policy === 'inherit') {
    await rows.delete({ where });
  } else {
    const data = {
      ...where,
      contentType: target.uid,
      entryDocumentId: target.documentId,
      level: policy,
      setByName: rights.actor.name,
    };
    if (!(await rows.update({ where, data }))) {
      try {
        await rows.create({ data });
      } catch (error) {
        // Somebody else set it at the same time: the later word counts.
        if (!isUniqueViolation(error)) throw error;
        await rows.update({ where, data });
      }
    }
  }
  await emitAudit({ strapi }, 'share-link.policy.update', {
    contentType: target.uid,
    documentId: target.documentId,
    entryTitle: target.title,
    policy,
    by: rights.actor,
  });
  return describePolicy(strapi, settings, target, rights);
}

/** The policy in the words of the panel. */
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

/** A title above is told only to those who may read it. */
async function describeSource(
  strapi: Core.Strapi,
  target: Target,
  rights: Rights,
  { effective, from, parent }: Effective
): Promise<PolicySource> {
  if (!parent) return { effective, from, parentTitle: null };
  const title = await titleField(strapi, parent.uid);
  const above = await findEntry(strapi, parent.uid, parent.documentId, target.locale, 'draft');
  const mayRead = above && title && rights.readsField(parent.uid, above, title);
  return { effective, from, parentTitle: mayRead ? String(above[title] ?? '') || null : null };
}
