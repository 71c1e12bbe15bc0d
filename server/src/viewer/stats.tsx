import type { ReactElement } from 'react';
import type { ShownField, ShownGroup } from '../../../contracts/shown';
import { type Arranged, arrangeGroup } from './arrange';
import { Facts } from './groups';
import { Heading, type PageContext } from './parts';
import { InlineValue, Text } from './fields';
import { isPercentage, oneLine } from './values';

interface Stat {
  arranged: Arranged;
  figure: ShownField & { type: 'number' };
  unit: string;
  facts: ShownField[];
}

const FIGURES = ['value', 'figure', 'amount', 'number', 'count', 'current'];

/**
 * A group that is one number with a name, as on a dashboard, and little else; null for any other.
 */
export function statOf(group: ShownGroup): Stat | null {
  const arranged = arrangeGroup(group);
  const { heading, rest, mark, action, facts } = arranged;
  if (!heading || rest.length > 0 || mark || action || facts.length > 5) return null;
  const numbers = facts.filter((fact): fact is Stat['figure'] => fact.type === 'number');
  const figure = numbers.find((number) => FIGURES.includes(number.name)) ?? numbers[0];
  if (!figure) return null;
  const unit = facts.find((fact) => fact.type === 'string' && /^(unit|suffix)$/i.test(fact.name));
  return {
    arranged,
    figure,
    unit: unit?.type === 'string' ? oneLine(unit.value) : '',
    facts: facts.filter((fact) => fact !== figure && fact !== unit),
  };
}

export function StatGrid(props: {
  groups: ShownGroup[];
  page: PageContext;
  level: number;
}): ReactElement {
  const stats = props.groups.map(statOf).filter((stat) => stat !== null);
  return (
    <ul className="cards stats">
      {stats.map((stat, index) => (
        <li key={index} className="card stat">
          <Heading level={props.level}>{stat.arranged.heading}</Heading>
          <p className="stat__figure" dir="auto">
            <InlineValue field={stat.figure} page={props.page} />
            {stat.unit && <span className="stat__unit"> {stat.unit}</span>}
          </p>
          {isPercentage(stat.figure) && (
            <progress
              max="100"
              value={Number(stat.figure.value)}
              aria-label={stat.arranged.heading}
            />
          )}
          {stat.arranged.lede && <Text text={stat.arranged.lede} page={props.page} />}
          <Facts fields={stat.facts} page={props.page} />
        </li>
      ))}
    </ul>
  );
}
