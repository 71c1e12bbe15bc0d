import { RELATION_MAX_DEPTH } from '../../../../contracts/settings';
import type { RelationChoice } from '../../../../contracts/settings';

/** How many levels a link may follow a relation; 0 shows titles only. */
export const DEPTHS = Array.from({ length: RELATION_MAX_DEPTH + 1 }, (_, depth) => depth);

/**
 * Returns the relations that can lead from an entry to its parent. The one that is set already is
 * among them, even if the type has lost it.
 */
export function parentChoices(choices: RelationChoice[], named: string | null): RelationChoice[] {
  const found = choices.filter(({ name, isToOne }) => isToOne && !name.includes('.'));
  if (named === null || found.some(({ name }) => name === named)) return found;
  return [...found, { name: named, label: named, target: '?', isToOne: true }];
}

/** Sets the depth of one relation, and leaves out relations that the type has lost. */
export function withDepth(
  relations: Record<string, number>,
  choices: RelationChoice[],
  name: string,
  depth: number
): Record<string, number> {
  const all = { ...relations, [name]: depth };
  return Object.fromEntries(
    choices
      .map((choice) => [choice.name, all[choice.name] ?? 0] as const)
      .filter(([, levels]) => levels > 0)
  );
}
