import type { ReactElement } from 'react';

import type { ShownField } from '../../../../contracts/shown';
import { Heading, Words } from '../elements';
import type { PageContext } from '../elements';
import { anchorOf } from '../layout/anchors';
import type { ValuePath } from '../layout/anchors';
import { labelOf } from '../layout/arrange';
import type { Action, Arranged } from '../layout/arrange';
import { oneLine, plainText } from '../values';
import { FieldBody, FieldSection, InlineValue, Text } from './fields';
import { Picture } from './files';
import type { Box } from './image-box';

/** The place of something on the page. */
export interface Place {
  page: PageContext;
  path: ValuePath;
  /** The level of its heading. */
  level: number;
  /** The number of groups around it. */
  depth: number;
}

const MARK_BOX: Box = { width: 112, height: 52 };

/** The number of visible facts of a folded entry. */
const FACTS_OUTSIDE = 6;

/** A group of fields or a related entry: its heading, its facts, then the rest. */
export function Group(
  props: Place & { arranged: Arranged; id?: string; className?: string; folded?: boolean }
): ReactElement {
  const { page, folded } = props;
  const { heading, lede, mark, lead, action, facts, rest } = props.arranged;
  const outside = folded ? facts.slice(0, FACTS_OUTSIDE) : facts;
  const inside = folded ? facts.slice(FACTS_OUTSIDE) : [];
  return (
    <div className={props.className} id={props.id}>
      {lead && (
        <Picture
          file={lead.file}
          page={page}
          className="group__lead"
          sizes="(min-width: 52rem) 48rem, 95vw"
        />
      )}
      {(mark || heading) && (
        <div className="group__head">
          {mark && (
            <Picture file={mark} page={page} className="mark" sizes="6rem" box={MARK_BOX} isMark />
          )}
          {heading && <Heading level={props.level}>{heading}</Heading>}
        </div>
      )}
      {lede && <Text text={plainText(lede.value)} page={page} className="prose group__lede" />}
      <Facts fields={outside} page={page} path={props.path} />
      {folded ? (
        <details className="fold">
          <summary>
            <Words page={page}>{page.texts.more}</Words>
            <span className="unseen"> {heading}</span>
          </summary>
          <Facts fields={inside} page={page} path={props.path} />
          <Rest {...props} fields={rest} />
        </details>
      ) : (
        <Rest {...props} fields={rest} />
      )}
      {action && <ActionLink action={action} />}
    </div>
  );
}

function Rest(props: Place & { arranged: Arranged; fields: ShownField[] }): ReactElement {
  const { page, depth, fields } = props;
  const level = props.arranged.heading ? props.level + 1 : props.level;
  const [only, ...more] = fields;
  if (only && more.length === 0) {
    const path = [...props.path, only.name];
    return <FieldBody field={only} page={page} path={path} level={level} depth={depth} />;
  }
  return (
    <>
      {fields.map((field) => (
        <FieldSection
          key={field.name}
          field={field}
          page={page}
          path={[...props.path, field.name]}
          level={level}
          depth={depth}
        />
      ))}
    </>
  );
}

export function ActionLink(props: { action: Action; anchored?: boolean }): ReactElement {
  const { label, target, url } = props.action;
  const id = (field: ShownField) => (props.anchored ? anchorOf([field.name]) : undefined);
  return (
    <p className="action" id={id(label)}>
      <a href={url} id={id(target)} rel="noopener noreferrer nofollow" dir="auto">
        {oneLine(label.value)}
      </a>
    </p>
  );
}

/** Short values with their labels, next to each other. */
export function Facts(props: {
  fields: ShownField[];
  page: PageContext;
  path?: ValuePath;
  /** True for fields of the entry itself, which have their own anchors. */
  anchored?: boolean;
}): ReactElement | null {
  const { page, path, anchored } = props;
  if (props.fields.length === 0) return null;
  return (
    <dl className="facts">
      {props.fields.map((field) => (
        <div key={field.name} className="fact" id={anchored ? anchorOf([field.name]) : undefined}>
          <dt dir="auto">{labelOf(field)}</dt>
          <dd>
            <InlineValue field={field} page={page} path={path && [...path, field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
