import type { ReactElement } from 'react';
import { Fragment } from 'react';
import type { ShownField, ShownGroup } from '../../../contracts/shown';
import {
  type Action,
  type Arranged,
  arrangeGroup,
  fieldsOf,
  isEmpty,
  isEmptyGroup,
  isText,
  labelOf,
  listOf,
  MAX_DEPTH,
} from './arrange';
import { FieldBody, FieldSection, InlineValue, Text } from './fields';
import { Picture } from './files';
import { Heading, Note, type PageContext } from './parts';
import { StatGrid, statOf } from './stats';
import { GroupTable, isTabular } from './table';
import { oneLine, plainText } from './values';

interface Place {
  page: PageContext;
  /** Of a group's heading. */
  level: number;
  /** How many groups it is in. */
  depth: number;
}

type GroupField = Extract<ShownField, { type: 'component' | 'dynamiczone' }>;

/**
 * Groups in the shape that suits what is in them: a list, a table, cards, or one section after
 * another.
 */
export function Groups(props: Place & { field: GroupField }): ReactElement | null {
  const { field, ...place } = props;
  if (place.depth > MAX_DEPTH) return <Note page={place.page}>{place.page.texts.tooDeep}</Note>;
  const groups = listOf<ShownGroup>(field.value).filter((group) => !isEmptyGroup(group));
  if (field.type === 'dynamiczone') return <Zone groups={groups} {...place} />;
  if (!field.repeatable && groups.length === 1) {
    const arranged = groups.map(arrangeGroup)[0];
    return arranged ? <Group arranged={arranged} {...place} className={framed(arranged)} /> : null;
  }
  if (groups.every(hasOneText)) return <Items groups={groups} page={place.page} />;
  if (isTabular(groups))
    return <GroupTable groups={groups} caption={labelOf(field)} page={place.page} />;
  const arranged = groups.map(arrangeGroup);
  const isGrid = arranged.every((group) => group.rest.length === 0);
  return (
    <ul className={isGrid ? 'cards' : 'stack'}>
      {arranged.map((group, index) => (
        <li key={index} className={isGrid ? 'card' : 'stack__item'}>
          <Group arranged={group} {...place} />
        </li>
      ))}
    </ul>
  );
}

/**
 * The parts of a dynamic zone in their order; figures that follow each other stand side by side.
 */
function Zone(props: Place & { groups: ShownGroup[] }): ReactElement {
  const { groups, ...place } = props;
  const runs: { stats: boolean; groups: ShownGroup[] }[] = [];
  for (const group of groups) {
    const stats = statOf(group) !== null;
    const last = runs.at(-1);
    if (last && stats && last.stats) last.groups.push(group);
    else runs.push({ stats, groups: [group] });
  }
  return (
    <div className="zone">
      {runs.map((run, index) => (
        <Fragment key={index}>
          {run.stats ? (
            <StatGrid groups={run.groups} page={place.page} level={place.level} />
          ) : (
            run.groups.map((group, part) => <ZonePart key={part} group={group} {...place} />)
          )}
        </Fragment>
      ))}
    </div>
  );
}

function ZonePart(props: Place & { group: ShownGroup }): ReactElement {
  const { group, ...place } = props;
  const arranged = arrangeGroup(group);
  return isQuotation(group, arranged) ? (
    <Quotation arranged={arranged} />
  ) : (
    <Group arranged={arranged} {...place} />
  );
}

/** Somebody's words and who said them, in the form that every reader knows. */
function Quotation(props: { arranged: Arranged }): ReactElement {
  const speakers = props.arranged.facts.map((field) => oneLine(field.value)).join(', ');
  return (
    <figure className="quotation">
      <blockquote className="lines" dir="auto">
        {props.arranged.lede}
      </blockquote>
      {speakers && <figcaption dir="auto">{speakers}</figcaption>}
    </figure>
  );
}

function isQuotation(group: ShownGroup, { heading, lede, mark, rest, ...more }: Arranged): boolean {
  const isSimple =
    !heading && !mark && !more.action && rest.length === 0 && more.facts.every(isText);
  return (
    isSimple && lede !== '' && /quot|testimonial|zitat|citation|cita\b/i.test(oneLine(group.name))
  );
}

function Group(props: Place & { arranged: Arranged; className?: string }): ReactElement {
  const { page, depth } = props;
  const { heading, lede, mark, action, facts, rest } = props.arranged;
  const level = heading ? props.level + 1 : props.level;
  const [only, ...more] = rest;
  return (
    <div className={props.className}>
      {(mark || heading) && (
        <div className="group__head">
          {mark && <Picture file={mark} page={page} className="mark" sizes="6rem" />}
          {heading && <Heading level={props.level}>{heading}</Heading>}
        </div>
      )}
      {lede && <Text text={lede} page={page} className="prose group__lede" />}
      <Facts fields={facts} page={page} />
      {only && more.length === 0 ? (
        <FieldBody field={only} page={page} level={level} depth={depth} />
      ) : (
        rest.map((field, index) => (
          <FieldSection key={index} field={field} page={page} level={level} depth={depth} />
        ))
      )}
      {action && <ActionLink action={action} />}
    </div>
  );
}

export function ActionLink(props: { action: Action }): ReactElement {
  return (
    <p className="action">
      <a href={props.action.url} rel="noopener noreferrer nofollow" dir="auto">
        {props.action.text}
      </a>
    </p>
  );
}

/** Label and value, side by side with the others: what a reader takes in at a glance. */
export function Facts(props: { fields: ShownField[]; page: PageContext }): ReactElement | null {
  if (props.fields.length === 0) return null;
  return (
    <dl className="facts">
      {props.fields.map((field, index) => (
        <div key={index} className="fact">
          <dt dir="auto">{labelOf(field)}</dt>
          <dd>
            <InlineValue field={field} page={props.page} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Objectives, criteria, steps: a component with a single text is a list item to its reader. */
function Items(props: { groups: ShownGroup[]; page: PageContext }): ReactElement {
  return (
    <ul className="items">
      {props.groups.map((group, index) => (
        <li key={index} className="lines" dir="auto">
          {fieldsOf(group)
            .filter(isText)
            .map((field) => plainText(field.value))}
        </li>
      ))}
    </ul>
  );
}

function hasOneText(group: ShownGroup): boolean {
  const [only, ...more] = fieldsOf(group).filter((field) => !isEmpty(field));
  return only !== undefined && more.length === 0 && isText(only);
}

function framed(arranged: Arranged): string {
  return arranged.rest.length === 0 ? 'card' : 'group';
}
