import type { ClosedReason, Link } from '../../../../contracts/links';
import type { LinkVerb } from './api';

/** What can be done to a link from its menu, at once or in a dialog. */
export type LinkTask = LinkVerb | 'edit' | 'duplicate' | 'qr' | 'visits' | 'timeline' | 'delete';

/** A link that is closed by one of these can't be paused. */
const SHUT: ClosedReason[] = ['revoked', 'expired', 'exhausted', 'suspended', 'paused'];

/**
 * Returns the items of a link's menu, in order. `can.open` says whether the person may see all that
 * the link shows; only then may they let others open it.
 */
export function linkTasks(
  { state, closedBy, url }: Pick<Link, 'state' | 'closedBy' | 'url'>,
  can: { manage: boolean; create: boolean; open: boolean }
): LinkTask[] {
  const isManaged = can.manage && state !== 'revoked';
  const isOpenable = isManaged && can.open;
  const tasks: [LinkTask, boolean][] = [
    ['edit', isManaged],
    ['pause', isManaged && !closedBy.some((reason) => SHUT.includes(reason))],
    ['resume', isOpenable && state === 'paused'],
    ['take-over', isOpenable && closedBy[0] === 'suspended'],
    ['rotate', isOpenable],
    ['duplicate', isManaged && can.create],
    ['qr', url !== null],
    ['visits', true],
    ['timeline', true],
    ['delete', isManaged],
  ];
  return tasks.filter(([, isPossible]) => isPossible).map(([task]) => task);
}
