import type { Core, Schema, UID } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { FILE_FIELDS } from './files';
import { showableAttributes } from './paths';
import type { AnySchema, PathTree } from './paths';
import { referenceQuery } from './references';

export interface ReadQuery {
  fields: string[];
  populate: Record<string, unknown>;
}

export interface ReadContext {
  strapi: Core.Strapi;
  settings: Settings;
  shows: 'draft' | 'published';
}

/** The query that loads exactly what a link's paths name, with one read per level of content. */
export async function readQuery(
  context: ReadContext,
  schema: AnySchema,
  tree: PathTree
): Promise<ReadQuery> {
  const fields: string[] = [];
  const populate: Record<string, unknown> = {};

  for (const [name, attribute] of showableAttributes(schema)) {
    const branch = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (!branch) continue;
    const nested = branch === true ? {} : branch;

    if (attribute.type === 'component') {
      populate[name] = await componentQuery(context, attribute.component, nested);
    } else if (attribute.type === 'dynamiczone') {
      populate[name] = { on: await zoneQuery(context, attribute, nested) };
    } else if (attribute.type === 'media') {
      populate[name] = { fields: FILE_FIELDS };
    } else if (attribute.type === 'relation') {
      const target = (attribute as { target: string }).target;
      const query = await referenceQuery(context.strapi, context.settings, target, context.shows);
      if (query) populate[name] = query;
    } else {
      fields.push(name);
    }
  }
  return { fields, populate };
}

async function zoneQuery(
  context: ReadContext,
  attribute: Schema.Attribute.DynamicZone,
  tree: PathTree
): Promise<Record<string, ReadQuery>> {
  const on: Record<string, ReadQuery> = {};
  for (const uid of attribute.components) {
    const branch = tree[`(${uid})`];
    if (!branch || branch === true) continue;
    const query = await componentQuery(context, uid, branch);
    if (query) on[uid] = query;
  }
  return on;
}

async function componentQuery(
  context: ReadContext,
  uid: string,
  tree: PathTree
): Promise<ReadQuery | undefined> {
  const component = context.strapi.components[uid as UID.Component];
  return component && readQuery(context, component, tree);
}
