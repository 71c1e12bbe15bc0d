import type { Core } from '@strapi/strapi';

import type { Refusal } from '../../../contracts/entries';
import type { Settings } from '../../../contracts/settings';
import type { Target } from '../rights/target';
import { effectivePolicy } from './effective';

/** Nobody may share an entry that is Off. Somebody must change the policy first. */
export async function refusalByPolicy(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target
): Promise<Refusal | null> {
  const { effective, from } = await effectivePolicy(strapi, settings, target);
  if (effective !== 'off') return null;
  const message = {
    entry: 'The share policy of this entry is Off',
    parent: 'The share policy of an entry above this one is Off',
    type: 'Entries of this type can’t be shared unless their share policy says so',
  }[from];
  return { code: from === 'type' ? 'type-not-shareable' : 'not-allowed', message };
}
