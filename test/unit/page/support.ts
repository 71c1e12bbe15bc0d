import type {
  ShownEntry,
  ShownField,
  ShownFile,
  ShownGroup,
  ShownReference,
} from '../../../contracts/shown';
import { renderEntryPage } from '../../../server/src/page/render';
import type { PageOptions } from '../../../server/src/page/render';

/** Functions that build shown entries for the tests of the page. */
export const field = (name: string, type: string, value: unknown, more = {}) =>
  ({ name, label: name, type, value, ...more }) as ShownField;
export const group = (name: string, ...fields: ShownField[]): ShownGroup => ({ name, fields });
export const repeatable = (name: string, ...value: ShownGroup[]) =>
  field(name, 'component', value, { repeatable: true });

export const related = (title: string, ...fields: ShownField[]): ShownReference => ({
  title,
  typeName: 'Document',
  fields,
});
export const relation = (name: string, value: ShownReference[], cut = false) =>
  field(name, 'relation', value, { cut });

export const entry = (fields: ShownField[], more: Partial<ShownEntry> = {}): ShownEntry => ({
  id: 'smartmeteringproject0001',
  title: 'Smart metering',
  typeName: 'Project',
  locale: 'en',
  status: 'published',
  frozenAt: null,
  publishedAt: '2026-05-04T09:00:00.000Z',
  updatedAt: '2026-05-11T09:00:00.000Z',
  fields,
  ...more,
});

export const file = (more: Partial<ShownFile>): ShownFile => ({
  id: 1,
  name: 'plan.pdf',
  url: '/uploads/plan.pdf',
  mime: 'application/pdf',
  size: 1_834_221,
  alt: '',
  caption: null,
  width: null,
  height: null,
  formats: [],
  ...more,
});

export const picture = (more: Partial<ShownFile> = {}) =>
  file({
    name: 'a.png',
    url: '/uploads/a.png',
    mime: 'image/png',
    alt: 'A fjord',
    width: 1600,
    height: 800,
    ...more,
  });

/** Returns the page without its style sheet. */
export function bodyOf(
  fields: ShownField[],
  more?: Partial<ShownEntry>,
  options?: Partial<PageOptions>
): string {
  return renderEntryPage(entry(fields, more), options).html.replace(/<style>[^]*<\/style>/, '');
}

export const withoutTags = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
