import type { App } from './app';
import { DOCUMENT, PAGE, createEntry, newDocument } from './entries';
import type { Entry } from './entries';
import { shareEntry } from './sharing';
import type { ShareOptions } from './sharing';
import { changeUpload, newUpload } from './uploads';

/** Characters of each page of the long tree. */
const LONG = 195_000;

const WORDS =
  'A needle is hidden in **this** haystack, and [nobody](https://example.com) finds it. ';

/** A published page in English. */
export const newPage = (app: App, data: object): Promise<Entry> =>
  createEntry(app, PAGE, data as never, { locale: 'en' });

/** The path of a new link; the token is its last part. */
export async function pathTo(app: App, options: ShareOptions): Promise<string> {
  return `/share/${(await shareEntry(app, options)).token}`;
}

export const pageLink = async (app: App, intro: string, title = 'A page'): Promise<string> => {
  const { documentId } = await newPage(app, { title, intro });
  return pathTo(app, { contentType: PAGE, documentId, locale: 'en' });
};

/** A page with twenty pages below it, each as long as a small book. */
export async function longTree(app: App, below = 20): Promise<string> {
  const textOf = (page: number) => `Page ${page}. ${WORDS.repeat(LONG / WORDS.length)}`;
  const root = await newPage(app, { title: 'The long tree', intro: textOf(0) });
  for (let page = 1; page <= below; page += 1) {
    await newPage(app, { title: `Page ${page}`, intro: textOf(page), parent: root.documentId });
  }
  const { documentId } = root;
  return pathTo(app, { contentType: PAGE, documentId, locale: 'en', includeChildren: true });
}

/** A document with many files, which are all the same file on the disk. */
export async function manyFiles(app: App, count: number, content: Buffer): Promise<string> {
  const first = await newUpload(app, 'plan.bin', content, 'application/octet-stream');
  const query = app.strapi.db.query('plugin::upload.file');
  const row = (await query.findOne({ where: { id: first.id } })) as Record<string, unknown>;
  const ids = [first.id];
  for (let number = 1; number < count; number += 1) {
    const copy = { ...row, id: undefined, documentId: undefined, name: `plan ${number}.bin` };
    ids.push(((await query.create({ data: copy as never })) as { id: number }).id);
    // SQLite answers at once, so this lets Node notice connections that end in the meantime.
    await new Promise(setImmediate);
  }
  const { documentId } = await newDocument(app, 'editor', { files: ids });
  return pathTo(app, { contentType: DOCUMENT, documentId });
}

/** A file with this name; returns the path of its download. */
export async function fileNamed(app: App, name: string): Promise<string> {
  const upload = await newUpload(app, 'x.txt', 'a text', 'text/plain');
  await changeUpload(app, upload.id, { name });
  const { documentId } = await newDocument(app, 'editor', { files: [upload.id] });
  return `${await pathTo(app, { contentType: DOCUMENT, documentId })}/files/${upload.id}`;
}
