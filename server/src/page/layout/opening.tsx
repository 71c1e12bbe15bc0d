import type { ReactElement } from 'react';

import type { ShownEntry, ShownField, ShownFile } from '../../../../contracts/shown';
import { Words, wordsLocale } from '../elements';
import type { PageContext } from '../elements';
import { Text } from '../fields/fields';
import { Picture } from '../fields/files';
import { Facts } from '../fields/group';
import type { Box } from '../fields/image-box';
import { formatDay, machineDateTime, oneLine, plainText } from '../values';
import { anchorOf } from './anchors';
import type { TextField } from './arrange';

/** A notice that this is a draft or a snapshot. */
export function VersionNotice(props: {
  entry: ShownEntry;
  page: PageContext;
}): ReactElement | null {
  const { entry, page } = props;
  const { texts } = page;
  if (entry.status !== 'draft' && entry.status !== 'frozen') return null;
  const isDraft = entry.status === 'draft';
  return (
    <p className="version" lang={page.textsLang} dir="auto">
      <strong>{isDraft ? texts.draft : texts.frozen}</strong>{' '}
      {isDraft ? texts.draftNote : texts.frozenNote(formatDay(entry.frozenAt, wordsLocale(page)))}
    </p>
  );
}

/** The type of the entry and its date, in one line. */
export function Byline(props: {
  entry: ShownEntry;
  title: string;
  page: PageContext;
}): ReactElement | null {
  const { entry, page } = props;
  const { texts } = page;
  const typeName = oneLine(entry.typeName) === props.title ? '' : oneLine(entry.typeName);
  const locale = wordsLocale(page);
  const published = entry.status === 'published' ? formatDay(entry.publishedAt, locale) : '';
  const updated = formatDay(entry.updatedAt, locale);
  const parts = [
    typeName && <span dir="auto">{typeName}</span>,
    published && (
      <Words page={page}>
        <time dateTime={machineDateTime(entry.publishedAt)}>{texts.published(published)}</time>
      </Words>
    ),
    updated && updated !== published && (
      <Words page={page}>
        <time dateTime={machineDateTime(entry.updatedAt)}>{texts.updated(updated)}</time>
      </Words>
    ),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <ul className="byline">
      {parts.map((part, index) => (
        <li key={index}>{part}</li>
      ))}
    </ul>
  );
}

const TALL_BOX: Box = { width: Infinity, height: 480 };

/** The image at the top. */
export function Lead(props: { name: string; file: ShownFile; page: PageContext }): ReactElement {
  const { width, height } = props.file;
  const isWide = (width ?? 0) >= 1.2 * (height ?? 0);
  return (
    <div id={anchorOf([props.name])}>
      <Picture
        file={props.file}
        page={props.page}
        className={isWide ? 'lead' : 'lead lead--tall'}
        box={isWide ? undefined : TALL_BOX}
      />
    </div>
  );
}

/** A summary below the title. */
export function Lede(props: { field: TextField; page: PageContext }): ReactElement {
  return (
    <div id={anchorOf([props.field.name])}>
      <Text text={plainText(props.field.value)} page={props.page} className="lede" />
    </div>
  );
}

/** The facts of the entry, which come before its texts. */
export function Overview(props: { facts: ShownField[]; page: PageContext }): ReactElement {
  const { page } = props;
  return (
    <section className="overview" aria-labelledby="facts">
      <h2 id="facts" className="unseen" lang={page.textsLang}>
        {page.texts.facts}
      </h2>
      <Facts fields={props.facts} page={page} path={[]} anchored />
    </section>
  );
}

export function EmptyNotice(props: { page: PageContext }): ReactElement {
  return (
    <div className="empty" lang={props.page.textsLang} dir="auto">
      <p className="empty__title">{props.page.texts.empty}</p>
      <p>{props.page.texts.emptyNote}</p>
    </div>
  );
}
