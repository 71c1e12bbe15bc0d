import { RELATION_MAX_DEPTH } from '../../../../contracts/settings';
import type { RelationChoice } from '../../../../contracts/settings';

/** Levels that a relation may be followed; none of them means titles only. */
export const DEPTHS = Array.from({ length: RELATION_MAX_DEPTH + 1 }, (_, depth) => depth);

/**
 * The relations of a type that can lead to the entry above, and the one that is named already,
 * even if the type has lost it.
 */
export function parentChoices(choices: RelationChoice[], named: string | null): RelationChoice[] {
  const found = choices.filter(({ name, isToOne }) => isToOne && !name.includes('.'));
  if (named === null || found.some(({ name }) => name === named)) return found;
  return [...found, { name: named, label: named, target: '?', isToOne: true }];
}

/** The relations with one of them followed as deep as said; those that are gone are left out. */
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
