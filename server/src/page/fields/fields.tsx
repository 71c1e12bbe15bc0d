import { Fragment } from 'react';
import type { ReactElement } from 'react';

import type {
  ShownBlock,
  ShownField,
  ShownFile,
  ShownReference,
} from '../../../../contracts/shown';
import { cutText, MAX_TEXT } from '../../content/markdown';
import { safeLinkUrl } from '../../content/urls';
import { Heading, Icon, Note, Words } from '../elements';
import type { PageContext } from '../elements';
import { anchorOf } from '../layout/anchors';
import type { ValuePath } from '../layout/anchors';
import { hasQuietLabel, labelOf, listOf, pairsOf } from '../layout/arrange';
import { holdsItems } from '../layout/items';
import { fitHeadings } from '../layout/outline';
import { fieldRenderer } from '../renderers';
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatTime,
  humanise,
  isPercentage,
  machineDateTime,
  oneLine,
  plainText,
  toneOf,
} from '../values';
import { Blocks } from './blocks';
import { Files } from './files';
import { Facts } from './group';
import { Groups } from './groups';
import { MAX_LINE } from './widths';

/** A field, its path, and the number of groups around it. */
interface FieldProps {
  field: ShownField;
  page: PageContext;
  path: ValuePath;
  level: number;
  depth: number;
}

/** A field with its own heading. */
export function FieldSection(props: FieldProps): ReactElement {
  const { field, page, path, level, depth } = props;
  const isQuiet = hasQuietLabel(field);
  const className = depth > 0 ? 'part' : isQuiet ? 'section section--quiet' : 'section';
  return (
    <div className={className} id={depth === 0 ? anchorOf(path) : undefined}>
      <Heading level={level} className={isQuiet ? 'unseen' : undefined}>
        {labelOf(field)}
      </Heading>
      <FieldBody field={field} page={page} path={path} level={level + 1} depth={depth} />
    </div>
  );
}

/** `level` is that of a heading inside the field. */
export function FieldBody(props: FieldProps): ReactElement | null {
  const { field, page, path, level, depth } = props;
  // The table of contents lists only top-level sections and their headings.
  const anchor = depth === 0 ? anchorOf(path) : undefined;
  const own = ownValue(field, page, level);
  if (own !== undefined) return <>{own}</>;
  switch (field.type) {
    case 'string':
    case 'text':
      return <Text text={plainText(field.value)} page={page} />;
    case 'richtext':
      return <RichText html={plainText(field.value)} page={page} level={level} anchor={anchor} />;
    case 'blocks':
      return <Blocks blocks={listOf<ShownBlock>(field.value)} level={level} anchor={anchor} />;
    case 'json':
      return <Json value={field.value} page={page} />;
    case 'media':
      return <Files files={listOf<ShownFile>(field.value)} page={page} />;
    case 'relation':
      if (!holdsItems(field)) return <Related field={field} page={page} path={path} />;
      return <Groups field={field} page={page} path={path} level={level} depth={depth + 1} />;
    case 'component':
    case 'dynamiczone':
      return <Groups field={field} page={page} path={path} level={level} depth={depth + 1} />;
    default:
      return <InlineValue field={field} page={page} path={path} />;
  }
}

/** A field from the site's own renderer. Returns undefined if the page draws it. */
function ownValue(field: ShownField, { renderers, locale }: PageContext, level: number) {
  return fieldRenderer(renderers, field)?.(field, { locale, level: Math.min(level, 6) });
}

/** A short value, for a fact or a table cell. */
export function InlineValue(props: {
  field: ShownField;
  page: PageContext;
  /** If set, related entries get anchors. */
  path?: ValuePath;
}): ReactElement | null {
  const { field, page, path } = props;
  const { locale, texts } = page;
  const own = ownValue(field, page, 6);
  if (own !== undefined) return <>{own}</>;
  switch (field.type) {
    case 'number':
      return <>{(isPercentage(field) ? formatPercent : formatNumber)(field, locale)}</>;
    case 'boolean':
      return (
        <span className={field.value ? 'truth truth--yes' : 'truth'}>
          <Icon name={field.value ? 'check' : 'cross'} />
          <Words page={page}>{field.value ? texts.yes : texts.no}</Words>
        </span>
      );
    case 'date':
      return <time dateTime={plainText(field.value)}>{formatDate(field.value, locale)}</time>;
    case 'time':
      return (
        <time dateTime={plainText(field.value).slice(0, 8)}>{formatTime(field.value, locale)}</time>
      );
    case 'datetime':
      return (
        <time dateTime={machineDateTime(field.value)}>{formatDateTime(field.value, locale)}</time>
      );
    case 'enumeration':
      return <Badge value={field.value} />;
    case 'relation':
      return <Chips chips={titlesOf(field.value, path)} />;
    case 'json':
      return <Json value={field.value} page={page} />;
    case 'email':
      return <bdi>{breakable(oneLine(field.value), /(?<=@)/)}</bdi>;
    case 'string':
    case 'text':
      return <InlineText text={plainText(field.value)} />;
    default:
      return null;
  }
}

function Badge({ value }: { value: unknown }): ReactElement {
  const text = humanise(value);
  const tone = `badge badge--${toneOf(value)}`;
  return <bdi className={text.length > MAX_LINE ? `${tone} badge--long` : tone}>{text}</bdi>;
}

interface Chip {
  text: string;
  id?: string;
}

function titlesOf(references: ShownReference[], path?: ValuePath): Chip[] {
  return listOf<ShownReference>(references).map(({ title }, position) => ({
    text: oneLine(title),
    id: path && anchorOf([...path, position]),
  }));
}

/** Related entries of which only the titles are shown. */
function Related(props: {
  field: Extract<ShownField, { type: 'relation' }>;
  page: PageContext;
  path: ValuePath;
}): ReactElement {
  const { field, page } = props;
  const chips = titlesOf(field.value, props.path);
  return (
    <>
      <Chips chips={chips} />
      {field.cut && <Note page={page}>{page.texts.cutList(chips.length)}</Note>}
    </>
  );
}

/** Several values are chips; a single one is plain text. */
function Chips(props: { chips: Chip[] }): ReactElement {
  const chips = props.chips.filter(({ text }) => text !== '');
  if (chips.length === 1) return <bdi id={chips[0]?.id}>{chips[0]?.text}</bdi>;
  return (
    <ul className="chips">
      {chips.map(({ text, id }, index) => (
        <li
          key={index}
          id={id}
          dir="auto"
          className={text.length > MAX_LINE ? 'chips__long' : undefined}
        >
          {text}
        </li>
      ))}
    </ul>
  );
}

function InlineText(props: { text: string }): ReactElement {
  const address = /^https?:\/\/\S+$/i.test(props.text) ? safeLinkUrl(props.text) : null;
  if (address === null) return <bdi className="lines">{props.text}</bdi>;
  return (
    <a href={address} rel="noopener noreferrer nofollow">
      <bdi>{breakable(readableAddress(props.text), /(?<=[/?&=])(?=.)/)}</bdi>
    </a>
  );
}

/** An address as people write it: `example.com/plans`. */
function readableAddress(address: string): string {
  return address.replace(/^https?:\/\/(?=[^/])/i, '').replace(/^([^/?#]+)\/$/, '$1');
}

/** Marks the places where a long word may break. */
function breakable(text: string, where: RegExp): ReactElement[] {
  return text.split(where).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** Keeps line breaks. A blank line starts a paragraph. */
export function Text(props: { text: string; page: PageContext; className?: string }): ReactElement {
  const text = cutText(props.text);
  return (
    <div className={props.className ?? 'prose'}>
      {text.split(/\r?\n[^\S\n]*\r?\n\s*/).map((paragraph, index) => (
        <p key={index} className="lines" dir="auto">
          {paragraph}
        </p>
      ))}
      {text.length < props.text.length && <Note page={props.page}>{props.page.texts.cut}</Note>}
    </div>
  );
}

/** The only place that uses HTML unescaped: the plugin's own renderer has made and sanitized it. */
function RichText(props: {
  html: string;
  page: PageContext;
  level: number;
  anchor?: string;
}): ReactElement {
  const html = scrollable(fitHeadings(props.html, props.level, props.anchor), props.page);
  return <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A wide table scrolls inside its own box, also by keyboard, so the page keeps its width. */
function scrollable(html: string, page: PageContext): string {
  return html
    .replaceAll(
      '<table>',
      `<div class="scroll" role="group" aria-label="${page.texts.table}" tabindex="0"><table>`
    )
    .replaceAll('</table>', '</table></div>');
}

function Json(props: { value: unknown; page: PageContext }): ReactElement {
  const { value, page } = props;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return (
      <Chips
        chips={value.map((item) => ({
          text: typeof item === 'boolean' ? String(item) : oneLine(item),
        }))}
      />
    );
  }
  if (typeof value === 'boolean')
    return <Words page={page}>{value ? page.texts.yes : page.texts.no}</Words>;
  if (typeof value !== 'object') return <InlineText text={cutText(plainText(value))} />;
  const pairs = pairsOf(value);
  if (pairs) return <Facts fields={pairs} page={page} />;
  const text = JSON.stringify(value, null, 2);
  return (
    <>
      <pre>
        <code>{cutText(text)}</code>
      </pre>
      {text.length > MAX_TEXT && <Note page={page}>{page.texts.cut}</Note>}
    </>
  );
}
