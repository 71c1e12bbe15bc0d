import type { Core } from '@strapi/strapi';
import { emitAudit } from '@strapi/utils';

import type { EntryPolicy } from '../../../../contracts/entries';
import { policySchema } from '../../../../contracts/link-schemas';
import { refuse } from '../../core/errors';
import { validate } from '../../core/validation';
import { refusalToShare } from '../../rights/permitted-fields';
import type { Rights } from '../../rights/rights';
import { loadTarget } from '../../rights/target';
import { getSettings } from '../../settings/service';
import { describePolicy, savePolicy } from '../../share-policy/service';
import { checkMayOpen } from '../rules/policy-guard';

interface EntryAddress {
  contentType: string;
  documentId: string;
  locale?: string | null;
}

/**
 * Sets the share policy of an entry in all its languages. It applies from the next request.
 *
 * @throws Refused `invalid`, the refusal to share the entry, or `field-not-shareable` if the policy
 *   would open links that show more than the person may share
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
  await savePolicy(strapi, target, policy, rights.actor.name);
  await emitAudit({ strapi }, 'share-link.policy.update', {
    contentType: target.uid,
    documentId: target.documentId,
    entryTitle: target.title,
    policy,
    by: rights.actor,
  });
  return describePolicy(strapi, settings, target, rights);
}
