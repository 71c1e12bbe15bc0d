import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { Settings } from '../../../contracts/settings';
import type { ShownChild } from '../../../contracts/shown';
import { isText, makeTitle, titleFields } from '../schema/entry-title';
import { fileNames, mediaOf } from '../schema/media';
import { inChildOrder } from './child-order';
import { effectivePolicies, entryKey, parentRelation } from '../share-policy/effective';

/** The maximum of levels below the shared entry. */
export const MAX_LEVELS = 6;

/** The maximum of entries below the shared entry. */
const MAX_CHILDREN = 500;

/** The shared entry, and what may be shown of the types below it. */
export interface TreeRoot {
  uid: string;
  documentId: string;
  locale: string | null;
  shows: 'draft' | 'published';
  /** The paths that the link may show, by the uid of the type. */
  childFields: Record<string, string[]>;
}

export interface ChildNode extends ShownChild {
  uid: string;
  children: ChildNode[];
}

/**
 * The types whose entries can be below an entry of this type, by the parents in the site's
 * settings.
 */
export function childTypes(strapi: Core.Strapi, settings: Settings, uid: string): string[] {
  const found = new Set<string>();
  const waiting = [uid];
  while (waiting.length > 0) {
    const above = waiting.pop();
    for (const candidate of Object.keys(settings.contentTypes)) {
      const isBelow = parentRelation(strapi, settings, candidate)?.target === above;
      if (!isBelow || found.has(candidate)) continue;
      found.add(candidate);
      waiting.push(candidate);
    }
  }
  return [...found];
}

/**
 * The entries below as a tree. The current share policies apply: entries that are Off are left out.
 * One query per type and level.
 */
export async function childTree(
  strapi: Core.Strapi,
  settings: Settings,
  root: TreeRoot
): Promise<ChildNode[]> {
  const rows: Row[] = [];
  const seen = new Set([entryKey(root)]);
  let level: { uid: string; documentId: string }[] = [root];
  for (let depth = 0; depth < MAX_LEVELS && level.length > 0; depth += 1) {
    const next: Row[] = [];
    for (const uid of Object.keys(root.childFields)) {
      const parent = parentRelation(strapi, settings, uid);
      if (!parent || !settings.contentTypes[uid]?.enabled) continue;
      const above = level.filter((row) => row.uid === parent.target).map((row) => row.documentId);
      if (above.length === 0) continue;
      const room = MAX_CHILDREN - rows.length - next.length;
      const order = settings.contentTypes[uid].childOrder ?? null;
      next.push(
        ...(await rowsBelow(strapi, root, { uid, parent: parent.name, order, above, limit: room }))
      );
    }
    const fresh = next.filter((row) => !seen.has(entryKey(row)));
    for (const row of fresh) seen.add(entryKey(row));
    rows.push(...fresh);
    level = fresh;
  }
  if (rows.length === 0) return [];
  const policies = await effectivePolicies(strapi, settings, rows);
  const isOff = (row: Row) => policies.get(entryKey(row))?.effective === 'off';

  // Entries that are on below an entry that is off take its place.
  const nodesBelow = (documentId: string): ChildNode[] =>
    rows
      .filter((row) => row.parentId === documentId)
      .flatMap((row) => {
        const children = nodesBelow(row.documentId);
        if (isOff(row)) return children;
        return [
          { uid: row.uid, id: row.documentId, title: row.title, typeName: row.typeName, children },
        ];
      });
  return nodesBelow(root.documentId);
}

/** Finds the node of an entry anywhere in the tree. */
export function findNode(nodes: ChildNode[], id: string): ChildNode | null {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id);
    if (found) return found;
  }
  return null;
}

/** The tree as visitors see it. */
export function showTree(nodes: ChildNode[]): ShownChild[] {
  return nodes.map(({ id, title, typeName, children }) => ({
    id,
    title,
    typeName,
    children: showTree(children),
  }));
}

interface Row {
  uid: string;
  documentId: string;
  parentId: string;
  title: string;
  typeName: string;
}

type StoredRow = Record<string, unknown> & { id: number; documentId: string };

/** The entries of one type below some others. */
interface Level {
  uid: string;
  /** The relation that leads to the entry above. */
  parent: string;
  /** The field to sort by. */
  order: string | null;
  /** The document ids of the entries above. */
  above: string[];
  limit: number;
}

async function rowsBelow(
  strapi: Core.Strapi,
  root: TreeRoot,
  { uid, parent, order, above, limit }: Level
): Promise<Row[]> {
  if (limit <= 0) return [];
  const model = strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType;
  const shown = root.childFields[uid] ?? [];
  const { main, others } = await titleFields(strapi, uid);
  const title = main !== null && shown.includes(main) ? main : null;
  const texts = others.filter((name) => shown.includes(name));
  const files = mediaOf(model).filter((name) => shown.includes(name));
  const isLocalized = root.locale !== null && isLocalizedModel(model);
  const load = async (query: object) =>
    (await strapi.documents(model.uid).findMany({
      limit,
      ...query,
      ...(isLocalized ? { locale: root.locale } : {}),
      ...(contentTypes.hasDraftAndPublish(model) ? { status: root.shows } : {}),
    } as never)) as unknown as StoredRow[];
  const found = await load({
    filters: { [parent]: { documentId: { $in: above } } },
    fields: [...new Set(['documentId', ...(title ? [title] : []), ...(order ? [order] : [])])],
    populate: { [parent]: { fields: ['documentId'] } },
    sort: title ? `${title}:asc` : 'documentId:asc',
  });
  // Most entries have a title, and other texts can be long.
  const untitled = found.filter((entry) => !title || !isText(entry[title]));
  const again =
    untitled.length > 0 && texts.length + files.length > 0
      ? await load({
          filters: { documentId: { $in: untitled.map(({ documentId }) => documentId) } },
          fields: ['documentId', ...texts],
          populate: Object.fromEntries(files.map((name) => [name, { fields: ['name'] }])),
        })
      : [];
  const standIns = new Map(again.map((entry) => [entry.documentId, entry]));
  const places = new Map<string, number>();
  const below = found.map((entry) => ({
    entry,
    id: entry.id,
    parentId: (entry[parent] as { id: number }).id,
    value: order === null ? undefined : entry[order],
  }));
  return (await inChildOrder(strapi, uid, parent, order, below)).map(({ entry }) => {
    const standIn = standIns.get(entry.documentId);
    const parentId = (entry[parent] as { documentId: string }).documentId;
    const position = (places.get(parentId) ?? 0) + 1;
    places.set(parentId, position);
    return {
      uid,
      documentId: entry.documentId,
      parentId,
      title: makeTitle({
        main: title && entry[title],
        texts: texts.map((name) => standIn?.[name]),
        fileNames: files.flatMap((name) => fileNames(standIn?.[name])),
        typeName: model.info.displayName,
        position,
      }),
      typeName: model.info.displayName,
    };
  });
}

export function isLocalizedModel(model: Schema.ContentType): boolean {
  return (model.pluginOptions?.i18n as { localized?: boolean } | undefined)?.localized === true;
}
