import type {
  OpenedEntry,
  ShareLink,
  ShownChild,
  ShownField,
} from 'strapi-plugin-share-links-client';

import { h } from './dom';
import { fileLink, showFile } from './files';
import type { Drawing } from './files';
import { addressOf } from './place';
import { showBlocks, showHtml } from './texts';

/** Shows an entry of any type: it draws each field by the type in the answer. */
export function showOpened(link: ShareLink, token: string, opened: OpenedEntry): Node[] {
  const { entry, meta } = opened;
  const locale = entry.locale ?? 'en';
  const drawing = {
    link,
    locale,
    isGuarded: meta.isGuarded,
    allowDownload: meta.allowDownload,
  };
  const date = entry.publishedAt ?? entry.updatedAt;
  const byline = [
    entry.typeName,
    entry.status === 'draft' ? 'Draft' : null,
    entry.status === 'frozen' ? 'Snapshot' : null,
    date && new Date(date).toLocaleDateString('en', { dateStyle: 'long' }),
  ];
  const title = h('h1', { lang: locale }, entry.title);
  return [
    ...languages(token, opened),
    ...pages(token, opened),
    title,
    h('p', { class: 'quiet byline' }, byline.filter(Boolean).join(' · ')),
    h('div', { lang: locale }, ...showFields(entry.fields.filter(isShown), drawing, 2)),
    ...(meta.zip ? [h('p', {}, fileLink('Download all files', meta.zip, drawing))] : []),
  ];

  /** Leaves out empty fields and the title, which is already shown above. */
  function isShown(field: ShownField): boolean {
    return !isEmpty(field) && field.value !== entry.title;
  }
}

function languages(token: string, { entry, meta, place }: OpenedEntry): Node[] {
  if (meta.locales.length < 2) return [];
  const links = meta.locales.map(({ code, segment }) => {
    const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
    const href = addressOf(token, { ...place, locale: segment });
    return h('a', { href, lang: code, ...current(code === entry.locale) }, name);
  });
  return [h('nav', { class: 'pages', 'aria-label': 'Languages' }, ...links)];
}

function pages(token: string, { entry, meta, place }: OpenedEntry): Node[] {
  if (meta.children.length === 0) return [];
  const all = [{ ...meta.root, children: [] }, ...flat(meta.children)];
  const links = all.map(({ id, title }) => {
    const href = addressOf(token, { ...place, childId: id === meta.root.id ? null : id });
    return h('a', { href, ...current(id === entry.id) }, title);
  });
  return [h('nav', { class: 'pages', 'aria-label': 'Pages' }, ...links)];
}

function flat(children: ShownChild[]): ShownChild[] {
  return children.flatMap((child) => [child, ...flat(child.children)]);
}

const current = (isCurrent: boolean): Record<string, string> =>
  isCurrent ? { 'aria-current': 'page' } : {};

/** Shows short values as a list of facts, and each other value below a heading. */
function showFields(fields: ShownField[], drawing: Drawing, level: number): Node[] {
  const there = fields.filter((field) => !isEmpty(field));
  const facts = there.filter((field) => shortText(field, drawing.locale) !== null);
  const long = there.filter((field) => shortText(field, drawing.locale) === null);
  const list = h('dl', { class: 'facts' });
  for (const field of facts) {
    list.append(h('dt', {}, field.label), h('dd', {}, shortText(field, drawing.locale)));
  }
  return [
    ...(facts.length > 0 ? [list] : []),
    ...long.map((field) =>
      h(
        'section',
        {},
        h(`h${Math.min(level, 6)}` as 'h2', {}, field.label),
        ...showLong(field, drawing, level)
      )
    ),
  ];
}

function isEmpty({ value }: ShownField): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Returns null if the value needs more than one line. */
function shortText(field: ShownField, locale: string): string | null {
  switch (field.type) {
    case 'string':
    case 'email':
    case 'enumeration':
      return field.value;
    case 'time':
      return String(field.value).slice(0, 5);
    case 'number':
      return typeof field.value === 'number'
        ? field.value.toLocaleString(locale)
        : String(field.value);
    case 'boolean':
      return field.value ? 'Yes' : 'No';
    case 'relation':
      return field.value.every(({ fields }) => fields.length === 0)
        ? field.value.map(({ title }) => title).join(', ')
        : null;
    case 'date':
      return new Date(`${field.value}T00:00:00`).toLocaleDateString(locale, { dateStyle: 'long' });
    case 'datetime':
      return new Date(String(field.value)).toLocaleString(locale, {
        dateStyle: 'long',
        timeStyle: 'short',
      });
    default:
      return null;
  }
}

function showLong(field: ShownField, drawing: Drawing, level: number): Node[] {
  switch (field.type) {
    case 'richtext':
      return [showHtml(field.value ?? '', drawing)];
    case 'blocks':
      return [showBlocks(field.value ?? [], drawing)];
    case 'media':
      return [h('div', { class: 'pictures' }, ...field.value.map((f) => showFile(f, drawing)))];
    case 'component':
    case 'dynamiczone':
      return field.value.map(({ fields }) => {
        const [first, ...rest] = fields;
        return first?.type === 'string' && first.value
          ? card(first.value, rest, drawing, level)
          : card(null, fields, drawing, level);
      });
    case 'relation':
      return field.value.map(({ title, fields }) => card(title, fields, drawing, level));
    case 'json':
      return [h('pre', { tabindex: '0' }, JSON.stringify(field.value, null, 2))];
    default:
      return [h('p', {}, String(field.value))];
  }
}

/** A group or a related entry, with its title if it has one. */
function card(
  title: string | null,
  fields: ShownField[],
  drawing: Drawing,
  level: number
): HTMLElement {
  const head = title === null ? null : h(`h${Math.min(level + 1, 6)}` as 'h3', {}, title);
  const inside = showFields(fields, drawing, level + (head ? 2 : 1));
  return h('div', { class: 'card' }, head, ...inside);
}
