import type { ShownField } from '../../../../contracts/shown';
import { arrangeItem } from '../layout/arrange';
import type { Arranged } from '../layout/arrange';
import type { Item } from '../layout/items';
import { oneLine } from '../values';

interface Stat {
  anchor: string;
  arranged: Arranged;
  figure: ShownField & { type: 'number' };
  unit: string;
  facts: ShownField[];
}

const FIGURES = ['value', 'figure', 'amount', 'number', 'count', 'current'];

/**
 * Reads a group that is one number with a name, as on a dashboard. Returns null for other groups.
 */
export function statOf(item: Item): Stat | null {
  const arranged = arrangeItem(item);
  const { heading, rest, mark, action, facts } = arranged;
  if (!heading || rest.length > 0 || mark || action || facts.length > 5) return null;
  const numbers = facts.filter((fact): fact is Stat['figure'] => fact.type === 'number');
  const figure = numbers.find((number) => FIGURES.includes(number.name)) ?? numbers[0];
  if (!figure) return null;
  const unit = facts.find((fact) => fact.type === 'string' && /^(unit|suffix)$/i.test(fact.name));
  return {
    anchor: item.anchor,
    arranged,
    figure,
    unit: unit?.type === 'string' ? oneLine(unit.value) : '',
    facts: facts.filter((fact) => fact !== figure && fact !== unit),
  };
}
