import type { Core, Schema, UID } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import type { ShownAttribute, ShownValue } from '../../../contracts/shown';
import { labelsOf } from '../schema/labels';
import { pathTree, showableAttributes } from '../schema/paths';
import type { AnySchema, PathTree } from '../schema/paths';
import { relationOf, shownModel } from './references';

interface DescribeContext {
  strapi: Core.Strapi;
  settings: Settings;
}

/**
 * The names, labels and types of everything that the paths can show, for front ends that draw it
 * themselves.
 */
export async function describePaths(
  strapi: Core.Strapi,
  settings: Settings,
  uid: string,
  paths: string[]
): Promise<ShownAttribute[]> {
  const model = strapi.contentTypes[uid as UID.ContentType];
  return model ? describe({ strapi, settings }, model, pathTree(paths)) : [];
}

async function describe(
  context: DescribeContext,
  schema: AnySchema,
  tree: PathTree
): Promise<ShownAttribute[]> {
  const { labelOf } = await labelsOf(context.strapi, schema);
  const described: ShownAttribute[] = [];
  for (const [name, attribute] of showableAttributes(schema)) {
    const branch = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (!branch) continue;
    // A relation that now leads to another type is not shown.
    if (attribute.type === 'relation' && !relationOf(attribute, branch)) continue;
    described.push({
      name,
      label: labelOf(name),
      type: shownType(attribute.type),
      ...(branch === true ? {} : await describeInside(context, attribute, branch)),
    });
  }
  return described;
}

type Inside = Pick<ShownAttribute, 'attributes' | 'groups'>;

/** The attributes of a component, of each component of a zone, or of the entries of a relation. */
async function describeInside(
  context: DescribeContext,
  attribute: Schema.Attribute.AnyAttribute,
  branch: PathTree
): Promise<Inside> {
  const groups: Required<Inside>['groups'] = [];
  for (const { name, schema, tree } of partsOf(context, attribute, branch)) {
    groups.push({ name, attributes: await describe(context, schema, tree) });
  }
  if (attribute.type === 'dynamiczone') return { groups };
  const attributes = groups.flatMap((group) => group.attributes);
  return attributes.length > 0 ? { attributes } : {};
}

interface Part {
  name: string;
  schema: AnySchema;
  tree: PathTree;
}

function partsOf(
  context: DescribeContext,
  attribute: Schema.Attribute.AnyAttribute,
  branch: PathTree
): Part[] {
  const part = (schema: AnySchema | null | undefined, tree: true | PathTree): Part[] =>
    schema && tree !== true ? [{ name: schema.info.displayName, schema, tree }] : [];
  const { components } = context.strapi;
  if (attribute.type === 'component') return part(components[attribute.component], branch);
  if (attribute.type !== 'dynamiczone') {
    const relation = relationOf(attribute, branch);
    const hasMore = relation !== null && Object.keys(relation.tree).length > 0;
    return hasMore ? part(shownModel(context, relation), relation.tree) : [];
  }
  return Object.entries(branch).flatMap(([segment, tree]) =>
    part(components[segment.slice(1, -1) as UID.Component], tree)
  );
}

/**
 * Maps an attribute's type to the type of its shown value. Other types, such as those of plugins,
 * count as text.
 */
function shownType(type: string): ShownValue['type'] {
  switch (type) {
    case 'integer':
    case 'biginteger':
    case 'decimal':
    case 'float':
      return 'number';
    case 'timestamp':
      return 'datetime';
    case 'text':
    case 'email':
    case 'enumeration':
    case 'boolean':
    case 'date':
    case 'time':
    case 'datetime':
    case 'richtext':
    case 'blocks':
    case 'json':
    case 'media':
    case 'component':
    case 'dynamiczone':
    case 'relation':
      return type;
    default:
      return 'string';
  }
}
