import type { Core, Schema, UID } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { showableAttributes } from '../schema/paths';
import type { AnySchema, PathTree } from '../schema/paths';
import type { Budget } from './budget';
import { FILE_FIELDS } from './files';
import { referenceQuery, relationOf } from './references';

export interface ReadQuery {
  fields: string[];
  populate: Record<string, unknown>;
}

export interface ReadContext {
  strapi: Core.Strapi;
  settings: Settings;
  shows: 'draft' | 'published';
  /** Levels of related entries that the relation at a path, as the settings name it, leads to. */
  depthOf(path: string): number;
  budget: Budget;
  /** Whether what is shown is kept for later, with the ids by which it is judged then. */
  keepsIds: boolean;
}

/** The query that loads exactly what a link's paths name, with one read per level of content. */
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
