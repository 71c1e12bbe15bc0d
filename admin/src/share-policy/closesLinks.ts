import type { EntrySharing } from '../../../contracts/entries';
import type { SharePolicy } from '../../../contracts/links';

/** Whether links that open now would stop to, were this the policy of the entry. */
export function closesLinks(
  { policy, counts }: Pick<EntrySharing, 'policy' | 'counts'>,
  next: SharePolicy
): boolean {
  const effective = next === 'inherit' ? policy.inherited.effective : next;
  return effective === 'off' && policy.effective !== 'off' && counts.live > 0;
}
