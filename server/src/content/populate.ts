import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { Settings } from '../../../contracts/settings';
import { USER_TYPES, showableAttributes } from '../schema/paths';
import type { AnySchema, PathTree } from '../schema/paths';
import type { Budget } from './budget';
import { FILE_FIELDS } from './files';
import { below, relationOf, shownModel } from './references';
import type { Relation } from './references';

export interface ReadQuery {
  fields: string[];
  populate: Record<string, unknown>;
}

export interface ReadContext {
  strapi: Core.Strapi;
  settings: Settings;
  shows: 'draft' | 'published';
  /** The levels of related entries to follow for the relation at a path of the settings. */
  depthOf(path: string): number;
  budget: Budget;
  /** True for a snapshot, which keeps the ids that later checks need. */
  keepsIds: boolean;
}

/** The query that loads exactly what the paths of a link name, with one read per level. */
export function readQuery(
  context: ReadContext,
  schema: AnySchema,
  tree: PathTree,
  prefix = ''
): ReadQuery {
  const fields: string[] = [];
  const populate: Record<string, unknown> = {};

  for (const [name, attribute] of showableAttributes(schema)) {
    const branch = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (!branch) continue;
    const nested = branch === true ? {} : branch;

    if (attribute.type === 'component') {
      populate[name] = componentQuery(context, attribute.component, nested, `${prefix}${name}.`);
    } else if (attribute.type === 'dynamiczone') {
      populate[name] = { on: zoneQuery(context, attribute, nested, `${prefix}${name}.`) };
    } else if (attribute.type === 'media') {
      populate[name] = { fields: FILE_FIELDS };
    } else if (attribute.type === 'relation') {
      const relation = relationOf(attribute, branch);
      const depth = context.depthOf(`${prefix}${name}`);
      const query = relation && referenceQuery(context, relation, depth);
      if (query) populate[name] = query;
    } else {
      fields.push(name);
    }
  }
  return { fields, populate };
}

function zoneQuery(
  context: ReadContext,
  attribute: Schema.Attribute.DynamicZone,
  tree: PathTree,
  prefix: string
): Record<string, ReadQuery> {
  const on: Record<string, ReadQuery> = {};
  for (const uid of attribute.components) {
    const branch = tree[`(${uid})`];
    if (!branch || branch === true) continue;
    const query = componentQuery(context, uid, branch, prefix);
    if (query) on[uid] = query;
  }
  return on;
}

function componentQuery(
  context: ReadContext,
  uid: string,
  tree: PathTree,
  prefix: string
): ReadQuery | undefined {
  const component = context.strapi.components[uid as UID.Component];
  return component && readQuery(context, component, tree, prefix);
}

/** The query for the entries of a relation. Returns null if none of them may be shown. */
function referenceQuery(
  context: ReadContext,
  relation: Relation,
  depth: number
): Record<string, unknown> | null {
  const { target, title, tree } = relation;
  if (target === 'admin::user') return { fields: ['firstname', 'lastname', 'username'] };
  if (USER_TYPES.includes(target)) return { fields: ['username'] };

  const model = shownModel(context, relation);
  if (!model || !title) return null;
  const nested = depth > 0 ? readQuery(below(context, target, depth), model, tree) : null;
  return {
    fields: [...new Set(['documentId', title, ...(nested?.fields ?? [])])],
    ...(nested ? { populate: nested.populate } : {}),
    ...(contentTypes.hasDraftAndPublish(model)
      ? { filters: { publishedAt: { [isPublished(context.shows)]: true } } }
      : {}),
  };
}

function isPublished(shows: 'draft' | 'published'): '$notNull' | '$null' {
  return shows === 'published' ? '$notNull' : '$null';
}
