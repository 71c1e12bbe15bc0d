import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { Settings } from '../../../contracts/settings';
import type { ShownEntry, ShownField, ShownGroup, ShownValue } from '../../../contracts/shown';
import { pause } from '../core/pause';
import { titleField } from '../schema/entry-title';
import { labelsOf } from '../schema/labels';
import { pathTree, showableAttributes } from '../schema/paths';
import type { AnySchema, PathTree } from '../schema/paths';
import { cleanBlocks } from './blocks';
import { boundedJson } from './bounded-json';
import { newBudget } from './budget';
import { withUploads } from './embedded';
import { showFiles } from './files';
import { readQuery } from './populate';
import type { ReadContext } from './populate';
import { relationOf, showReferences } from './references';
import { renderText } from './render-text';
import { shownTitle } from './shown-title';

/** Everything that decides what is shown. It comes from the link's row, never from a request. */
export interface Subject {
  contentType: string;
  documentId: string;
  locale: string | null;
  shows: 'draft' | 'published';
  fields: string[];
}

type Stored = Record<string, unknown>;

/**
 * Reads the entry and keeps what a visitor may see. Returns null if the entry, its locale, its type
 * or the shared version is gone. With `keepsIds`, the result is for a snapshot and never for an
 * answer.
 */
export async function showEntry(
  strapi: Core.Strapi,
  settings: Settings,
  subject: Subject,
  { keepsIds = false } = {}
): Promise<ShownEntry | null> {
  const model = strapi.contentTypes[subject.contentType as UID.ContentType];
  if (!model) return null;

  const context: ReadContext = {
    strapi,
    settings,
    shows: subject.shows,
    depthOf: depthsOf(settings, model.uid),
    budget: newBudget(),
    keepsIds,
  };
  const tree = pathTree(subject.fields);
  const query = readQuery(context, model, tree);
  const stored = (await strapi.documents(model.uid).findOne({
    documentId: subject.documentId,
    ...(subject.locale ? { locale: subject.locale } : {}),
    status: subject.shows,
    fields: [...query.fields, 'updatedAt', 'publishedAt'] as never,
    populate: query.populate as never,
  })) as Stored | null;
  if (!stored) return null;

  const main = await titleField(strapi, model.uid);
  const fields = await showFields(context, model, tree, stored);
  const versioned = contentTypes.hasDraftAndPublish(model);
  const isPrivate = (name: string) => contentTypes.isPrivateAttribute(model, name);
  const entry: ShownEntry = {
    id: subject.documentId,
    title: shownTitle({
      main: main && tree[main] === true ? stored[main] : null,
      fields,
      typeName: model.info.displayName,
    }),
    typeName: model.info.displayName,
    locale: subject.locale,
    status: versioned ? subject.shows : null,
    frozenAt: null,
    publishedAt: versioned && !isPrivate('publishedAt') ? isoDate(stored.publishedAt) : null,
    updatedAt: isPrivate('updatedAt') ? null : isoDate(stored.updatedAt),
    fields,
  };
  return withUploads(strapi, settings, entry);
}

/** How many levels the site follows each relation of a type. */
export function depthsOf(settings: Settings, uid: string): (path: string) => number {
  const relations = settings.contentTypes[uid]?.relations ?? {};
  return (path) => relations[path] ?? 0;
}

/** The fields of an entry or component, in the order of its edit view. */
async function showFields(
  context: ReadContext,
  schema: AnySchema,
  tree: PathTree,
  stored: Stored,
  prefix = ''
): Promise<ShownField[]> {
  const labels = await labelsOf(context.strapi, schema);
  const place = (name: string): number => {
    const index = labels.order.indexOf(name);
    return index < 0 ? labels.order.length : index;
  };
  const attributes = showableAttributes(schema)
    .filter(([name]) => Object.hasOwn(tree, name))
    .sort(([a], [b]) => place(a) - place(b));

  const fields: ShownField[] = [];
  for (const [name, attribute] of attributes) {
    await pause();
    const value = await showValue(context, attribute, tree[name]!, stored[name], prefix + name);
    const { customField } = attribute as { customField?: string };
    if (!value) continue;
    const label = labels.labelOf(name);
    fields.push({ name, label, ...(customField ? { customField } : {}), ...value });
  }
  return fields;
}

async function showValue(
  context: ReadContext,
  attribute: Schema.Attribute.AnyAttribute,
  branch: true | PathTree,
  value: unknown,
  path: string
): Promise<ShownValue | null> {
  const tree = branch === true ? {} : branch;

  switch (attribute.type) {
    case 'component': {
      // One after another: parallel calls would all run in one turn of the event loop.
      const items: (ShownGroup | null)[] = [];
      for (const item of listOf(value)) {
        items.push(await showGroup(context, attribute.component, tree, item, `${path}.`));
      }
      return {
        type: 'component',
        repeatable: attribute.repeatable === true,
        value: present(items),
      };
    }
    case 'dynamiczone': {
      const items: (ShownGroup | null)[] = [];
      for (const item of listOf(value)) {
        const uid = String(item.__component);
        const zoned = tree[`(${uid})`];
        if (!zoned || zoned === true) continue;
        items.push(await showGroup(context, uid, zoned, item, `${path}.`));
      }
      return { type: 'dynamiczone', value: present(items) };
    }
    case 'relation': {
      if (value === undefined) return null;
      const relation = relationOf(attribute, branch);
      if (!relation) return null;
      const depth = context.depthOf(path);
      const shown = await showReferences(context, relation, depth, value, showFields);
      return { type: 'relation', ...shown };
    }
    case 'media':
      return { type: 'media', multiple: attribute.multiple === true, value: showFiles(value) };
    default:
      return showScalar(context, attribute, value);
  }
}

async function showGroup(
  context: ReadContext,
  uid: string,
  tree: PathTree,
  stored: Stored,
  prefix: string
): Promise<ShownGroup | null> {
  const component = context.strapi.components[uid as UID.Component];
  if (!component) return null;
  return {
    name: component.info.displayName,
    fields: await showFields(context, component, tree, stored, prefix),
    ...(context.keepsIds ? { component: uid } : {}),
  };
}

async function showScalar(
  { budget, keepsIds }: ReadContext,
  attribute: Schema.Attribute.AnyAttribute,
  value: unknown
): Promise<ShownValue> {
  const empty = value === null || value === undefined || value === '';

  switch (attribute.type) {
    case 'richtext':
      return {
        type: 'richtext',
        value: empty ? null : await renderText(budget.text(String(value)), { isKept: keepsIds }),
      };
    case 'blocks':
      return { type: 'blocks', value: cleanBlocks(value) };
    case 'integer':
    case 'biginteger':
    case 'decimal':
    case 'float':
      return { type: 'number', value: empty ? null : (value as number | string) };
    case 'boolean':
      return { type: 'boolean', value: empty ? null : Boolean(value) };
    case 'date':
      return { type: 'date', value: empty ? null : String(value) };
    case 'time':
      return { type: 'time', value: empty ? null : String(value) };
    case 'datetime':
    case 'timestamp':
      return { type: 'datetime', value: isoDate(value) };
    case 'json':
      return { type: 'json', value: boundedJson(value ?? null, budget) };
    case 'string':
    case 'text':
    case 'email':
    case 'enumeration':
      return { type: attribute.type, value: empty ? null : budget.text(String(value)) };
    default:
      return { type: 'string', value: typeof value === 'string' && value ? value : null };
  }
}

function isoDate(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const date = new Date(value as string | Date);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function listOf(value: unknown): Stored[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is Stored => typeof item === 'object' && item !== null);
}

function present<T>(items: (T | null)[]): T[] {
  return items.filter((item) => item !== null);
}
