import type { Link, LinkState } from '../../../contracts/links';
import type { LinkVerb } from './api';

/** What can be done to a link from its menu: at once, or in a dialog of its own. */
export type LinkTask = Exclude<LinkVerb, 'rotate'> | 'edit' | 'rotate' | 'duplicate' | 'delete';

const OPENABLE: LinkState[] = ['active', 'scheduled'];

/** The entries of a link's menu, in order. */
export function linkTasks(
  { state }: Pick<Link, 'state'>,
  can: { manage: boolean; create: boolean }
): LinkTask[] {
  if (!can.manage || state === 'revoked') return [];
  return [
    'edit',
    ...(OPENABLE.includes(state) ? ['pause' as const] : []),
    ...(state === 'paused' ? ['resume' as const] : []),
    ...(state === 'suspended' ? ['take-over' as const] : []),
    'rotate',
    ...(can.create ? ['duplicate' as const] : []),
    'delete',
  ];
}
