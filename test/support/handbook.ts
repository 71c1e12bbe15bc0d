import type { ShownChild, ShownField } from '../../contracts/shown';
import type { App } from './app';
import { PAGE, createEntry } from './entries';
import type { Entry } from './entries';
import { shareEntry } from './sharing';
import type { Shared } from './sharing';

export const newPage = (app: App, title: string, parent?: Entry, more: object = {}) =>
  createEntry(app, PAGE, { title, ...(parent ? { parent: parent.documentId } : {}), ...more });

/** A handbook with two pages below it, `a` and `c`; `b` is below `a`. */
export async function newHandbook(app: App) {
  const root = await newPage(app, 'Handbook');
  const a = await newPage(app, 'Arriving', root);
  const b = await newPage(app, 'Badges', a);
  const c = await newPage(app, 'Coffee', root);
  return { root, a, b, c };
}

export const sharePage = (app: App, root: Entry, more: object = {}): Promise<Shared> =>
  shareEntry(app, { contentType: PAGE, documentId: root.documentId, ...more });

/** The titles of entries below, each followed by those below it. */
export const titlesOf = (children: ShownChild[]): unknown[] =>
  children.map(({ title, children: below }) => (below.length ? [title, titlesOf(below)] : title));

export const fieldOf = (fields: ShownField[], name: string) =>
  fields.find((field) => field.name === name) as ShownField;
