import type { BulkInput, Link } from '../../../../contracts/links';
import { linkTasks } from '../../links/link/linkTasks';
import type { LinkTask } from '../../links/link/linkTasks';

/** What the bar above the table offers. */
export type BarAction = Exclude<BulkInput['action'], 'takeOver'>;

const TASKS: Record<BarAction, LinkTask> = { pause: 'pause', resume: 'resume', revoke: 'delete' };

/** Returns the links that an action would change, as the menu of a single link offers it. */
export function changeable(links: Link[], action: BarAction): Link[] {
  // The list does not check the entry's rights, so a hidden address says nothing about them.
  const can = { manage: true, create: false, open: true };
  return links.filter((link) => linkTasks(link, can).includes(TASKS[action]));
}
