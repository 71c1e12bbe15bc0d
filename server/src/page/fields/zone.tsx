import { Fragment } from 'react';
import type { ReactElement } from 'react';

import { arrangeItem, isText } from '../layout/arrange';
import type { Arranged } from '../layout/arrange';
import type { Item } from '../layout/items';
import { oneLine, plainText } from '../values';
import { Group } from './group';
import type { Place } from './group';
import { statOf } from './stat';
import { StatGrid } from './stats';

/** The parts of a dynamic zone, in order. Numbers in a row appear next to each other. */
export function Zone(props: Place & { items: Item[] }): ReactElement {
  const { items, ...place } = props;
  const runs: { stats: boolean; items: Item[] }[] = [];
  for (const item of items) {
    const stats = statOf(item) !== null;
    const last = runs.at(-1);
    if (last && stats && last.stats) last.items.push(item);
    else runs.push({ stats, items: [item] });
  }
  return (
    <div className="zone">
      {runs.map((run, index) => (
        <Fragment key={index}>
          {run.stats ? (
            <StatGrid items={run.items} page={place.page} level={place.level} />
          ) : (
            run.items.map((item) => <ZonePart key={item.anchor} item={item} place={place} />)
          )}
        </Fragment>
      ))}
    </div>
  );
}

function ZonePart({ item, place }: { item: Item; place: Place }): ReactElement {
  const arranged = arrangeItem(item);
  return isQuotation(item, arranged) ? (
    <Quotation id={item.anchor} arranged={arranged} />
  ) : (
    <Group {...place} arranged={arranged} path={item.path} id={item.anchor} />
  );
}

/** A quotation and its source. */
function Quotation(props: { id: string; arranged: Arranged }): ReactElement {
  const { lede, facts } = props.arranged;
  const speakers = facts.map((field) => oneLine(field.value)).join(', ');
  return (
    <figure className="quotation" id={props.id}>
      <blockquote className="lines" dir="auto">
        {lede && plainText(lede.value)}
      </blockquote>
      {speakers && <figcaption dir="auto">{speakers}</figcaption>}
    </figure>
  );
}

function isQuotation(item: Item, { heading, lede, mark, rest, ...more }: Arranged): boolean {
  const isSimple =
    !heading && !mark && !more.action && rest.length === 0 && more.facts.every(isText);
  return isSimple && lede !== null && /quot|testimonial|zitat|citation|cita\b/i.test(item.name);
}
