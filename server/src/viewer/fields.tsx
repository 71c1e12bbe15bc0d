import type { ReactElement } from 'react';
import type { ShownBlock, ShownField, ShownFile, ShownReference } from '../../../contracts/shown';
import { cutText, MAX_TEXT } from '../content/markdown';
import { safeLinkUrl } from '../content/urls';
import { hasQuietLabel, labelOf, listOf } from './arrange';
import { Blocks } from './blocks';
import { Files } from './files';
import { Groups } from './groups';
import { fitHeadings } from './outline';
import { Heading, Icon, Note, type PageContext, Words } from './parts';
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
} from './values';

/** A field with a heading of its own; `depth` counts the groups around it. */
export function FieldSection(props: {
  field: ShownField;
  page: PageContext;
  level: number;
  depth: number;
}): ReactElement {
  const { field, page, level, depth } = props;
  return (
    <div className={depth === 0 ? 'section' : 'part'}>
      <Heading level={level} className={hasQuietLabel(field) ? 'unseen' : undefined}>
        {labelOf(field)}
      </Heading>
      <FieldBody field={field} page={page} level={level + 1} depth={depth} />
    </div>
  );
}

/** `level` is the one a heading inside the field gets. */
export function FieldBody(props: {
  field: ShownField;
  page: PageContext;
  level: number;
  depth: number;
}): ReactElement | null {
  const { field, page, level, depth } = props;
  switch (field.type) {
    case 'string':
    case 'text':
      return <Text text={plainText(field.value)} page={page} />;
    case 'richtext':
      return <RichText html={plainText(field.value)} page={page} level={level} />;
    case 'blocks':
      return <Blocks blocks={listOf<ShownBlock>(field.value)} level={level} />;
    case 'json':
      return <Json value={field.value} page={page} />;
    case 'media':
      return <Files files={listOf<ShownFile>(field.value)} page={page} />;
    case 'component':
    case 'dynamiczone':
      return <Groups field={field} page={page} level={level} depth={depth + 1} />;
    default:
      return <InlineValue field={field} page={page} />;
  }
}

/** A value short enough for a fact or the cell of a table. */
export function InlineValue(props: { field: ShownField; page: PageContext }): ReactElement | null {
  const { field, page } = props;
  const { locale, texts } = page;
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
      return <bdi className={`badge badge--${toneOf(field.value)}`}>{humanise(field.value)}</bdi>;
    case 'relation':
      return (
        <Chips texts={listOf<ShownReference>(field.value).map(({ title }) => oneLine(title))} />
      );
    case 'json':
      return <Json value={field.value} page={page} />;
    case 'email':
      return <bdi>{oneLine(field.value)}</bdi>;
    case 'string':
    case 'text':
      return <InlineText text={plainText(field.value)} />;
    default:
      return null;
  }
}

/** Several stand side by side; a single one needs no frame around it. */
export function Chips(props: { texts: string[] }): ReactElement {
  const texts = props.texts.filter(Boolean);
  if (texts.length === 1) return <bdi>{texts[0]}</bdi>;
  return (
    <ul className="chips">
      {texts.map((text, index) => (
        <li key={index} dir="auto">
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
      <bdi>{props.text}</bdi>
    </a>
  );
}

/** Line breaks are the writer's; a blank line starts a paragraph. */
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

/** The one place where HTML is taken as it is: the plugin's own renderer made and sanitised it. */
function RichText(props: { html: string; page: PageContext; level: number }): ReactElement {
  const html = scrollable(fitHeadings(props.html, props.level), props.page);
  return <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A wide table scrolls by itself, by keyboard too, instead of pushing the page out of shape. */
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
        texts={value.map((item) => (typeof item === 'boolean' ? String(item) : oneLine(item)))}
      />
    );
  }
  if (typeof value === 'boolean')
    return <Words page={page}>{value ? page.texts.yes : page.texts.no}</Words>;
  if (typeof value !== 'object') return <InlineText text={cutText(plainText(value))} />;
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
