import type { Core, Schema, UID } from '@strapi/strapi';

import type { ShownAttribute, ShownValue } from '../../../contracts/shown';
import { labelsOf } from './labels';
import { pathTree, showableAttributes } from './paths';
import type { AnySchema, PathTree } from './paths';

/** Names, labels and types of all that paths may show, for front ends that draw it themselves. */
export async function describePaths(
  strapi: Core.Strapi,
  uid: string,
  paths: string[]
): Promise<ShownAttribute[]> {
  const model = strapi.contentTypes[uid as UID.ContentType];
  return model ? describe(strapi, model, pathTree(paths)) : [];
}

async function describe(
  strapi: Core.Strapi,
  schema: AnySchema,
  tree: PathTree
): Promise<ShownAttribute[]> {
  const { labelOf } = await labelsOf(strapi, schema);
  const described: ShownAttribute[] = [];
  for (const [name, attribute] of showableAttributes(schema)) {
    const branch = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (!branch) continue;
    const inside = branch === true ? [] : await describeInside(strapi, attribute, branch);
    described.push({
      name,
      label: labelOf(name),
      type: shownType(attribute.type),
      ...(inside.length > 0 ? { attributes: inside } : {}),
    });
  }
  return described;
}

/** The parts of a component, of all components of a zone, or of the entries a relation leads to. */
async function describeInside(
  strapi: Core.Strapi,
  attribute: Schema.Attribute.AnyAttribute,
  branch: PathTree
): Promise<ShownAttribute[]> {
  if (attribute.type === 'component') {
    const component = strapi.components[attribute.component];
    return component ? describe(strapi, component, branch) : [];
  }
  const parts: ShownAttribute[] = [];
  for (const [segment, nested] of Object.entries(branch)) {
    if (nested === true) continue;
    const schema: AnySchema | undefined =
      attribute.type === 'dynamiczone'
        ? strapi.components[segment.slice(1, -1) as UID.Component]
        : strapi.contentTypes[(attribute as { target: UID.ContentType }).target];
    if (schema) parts.push(...(await describe(strapi, schema, nested)));
  }
  return parts;
}

/** The attribute's type as a shown value has it; what Strapi does not know by itself is text. */
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
