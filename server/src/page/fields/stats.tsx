import type { ReactElement } from 'react';

import { Heading } from '../elements';
import type { PageContext } from '../elements';
import type { Item } from '../layout/items';
import { isPercentage, plainText } from '../values';
import { Text, InlineValue } from './fields';
import { Facts } from './group';
import { statOf } from './stat';

/** Numbers next to each other, as on a dashboard. */
export function StatGrid(props: { items: Item[]; page: PageContext; level: number }): ReactElement {
  const stats = props.items.map(statOf).filter((stat) => stat !== null);
  return (
    <ul className="cards stats">
      {stats.map(({ anchor, arranged, figure, unit, facts }) => (
        <li key={anchor} id={anchor} className="card stat">
          <Heading level={props.level}>{arranged.heading}</Heading>
          <p className="stat__figure" dir="auto">
            <InlineValue field={figure} page={props.page} />
            {unit && <span className="stat__unit"> {unit}</span>}
          </p>
          {isPercentage(figure) && (
            <progress max="100" value={Number(figure.value)} aria-label={arranged.heading} />
          )}
          {arranged.lede && <Text text={plainText(arranged.lede.value)} page={props.page} />}
          <Facts fields={facts} page={props.page} />
        </li>
      ))}
    </ul>
  );
}
