import type { Link } from '../../../../../contracts/links';
import type { MessageKey } from '../../../utils/translations';
import type { RulesValues } from '../values';
import { fromLocalInput } from './localTime';

type Chosen = Pick<RulesValues, 'passwordPlan' | 'password' | 'shows' | 'startsAt' | 'maxViewers'>;

/** Returns the rules that keep search engines out of a link that allows them. */
export function indexingObstacles(values: Chosen, link: Link | null, now: Date): MessageKey[] {
  const start = fromLocalInput(values.startsAt);
  const hasPassword =
    values.passwordPlan === 'keep' ? link?.hasPassword === true : values.password !== '';
  const found: [boolean, MessageKey][] = [
    [hasPassword && values.passwordPlan !== 'remove', 'rules.indexing.blocked.password'],
    [values.shows !== 'published', 'rules.indexing.blocked.version'],
    [values.maxViewers.trim() !== '', 'rules.indexing.blocked.viewers'],
    [start !== null && start > now, 'rules.indexing.blocked.start'],
  ];
  return found.filter(([isInTheWay]) => isInTheWay).map(([, key]) => key);
}
