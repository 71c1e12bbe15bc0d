import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

export type AnySchema = Schema.ContentType | Schema.Component;
type Attribute = Schema.Attribute.AnyAttribute;

/** Components can contain each other; no editor nests them deeper than this. */
const MAX_DEPTH = 12;

/** Relations to these show a display name and nothing else. */
export const USER_TYPES = ['admin::user', 'plugin::users-permissions.user'];

/**
 * An attribute that a link may show. A path names the way to it: `title`, `customer.name` inside a
 * component, `sections(page.hero).title` inside a component of a dynamic zone.
 */
export interface ShareablePath {
  path: string;
  /** The top-level attribute it belongs to. */
  root: string;
  attribute: Attribute;
}

/** Every attribute of a type that could be shown: never private ones, passwords or hidden ones. */
export function shareablePaths(strapi: Core.Strapi, uid: string): ShareablePath[] {
  const model = strapi.contentTypes[uid as UID.ContentType];
  return model ? pathsIn(strapi, model, '', 0) : [];
}

function pathsIn(
  strapi: Core.Strapi,
  schema: AnySchema,
  prefix: string,
  depth: number
): ShareablePath[] {
  if (depth > MAX_DEPTH) return [];

  return showableAttributes(schema).flatMap(([name, attribute]): ShareablePath[] => {
    const path = prefix + name;
    if (attribute.type === 'component') {
      const component = strapi.components[attribute.component];
      return component ? pathsIn(strapi, component, `${path}.`, depth + 1) : [];
    }
    if (attribute.type === 'dynamiczone') {
      return attribute.components.flatMap((uid: UID.Component) => {
        const component = strapi.components[uid];
        return component ? pathsIn(strapi, component, `${path}(${uid}).`, depth + 1) : [];
      });
    }
    return [{ path, root: path.split(/[.(]/)[0]!, attribute }];
  });
}

/** The attributes of a schema that a visitor may ever see, in the order of the schema. */
export function showableAttributes(schema: AnySchema): [string, Attribute][] {
  return Object.entries(schema.attributes as Record<string, Attribute>).filter(
    ([name, attribute]) =>
      !contentTypes.isPrivateAttribute(schema as Schema.ContentType, name) &&
      contentTypes.isVisibleAttribute(schema as Schema.ContentType, name) &&
      attribute.type !== 'password' &&
      attribute.type !== 'uid' &&
      !isMorphRelation(attribute)
  );
}

function isMorphRelation(attribute: Attribute): boolean {
  return attribute.type === 'relation' && !('target' in attribute);
}

/** An attribute that has to be read for a path to be shown, by the type whose rights count. */
export interface PathRead {
  uid: string;
  /** As the role matrix knows it. */
  path: string;
}

/**
 * `documents(title).files` on a project → the project's `documents`, and of a document both its
 * `title` and its `files`. Empty where the schema has no such path any more.
 */
export function readsOf(strapi: Core.Strapi, uid: string, path: string): PathRead[] {
  const reads: PathRead[] = [];
  let schema: AnySchema | undefined = strapi.contentTypes[uid as UID.ContentType];
  let owner = uid;
  let way: string[] = [];
  let isBelowZone = false;
  for (const [index, segment] of segmentsOf(path).entries()) {
    if (segment.startsWith('(')) continue;
    const attribute: Attribute | undefined = schema?.attributes[segment];
    if (!attribute) return [];
    // A dynamic zone is one field of the matrix, with all that is in it.
    if (!isBelowZone) way.push(segment);
    const inside = segmentsOf(path)[index + 1]?.slice(1, -1);
    if (attribute.type === 'component') schema = strapi.components[attribute.component];
    else if (attribute.type === 'dynamiczone') {
      schema = strapi.components[inside as UID.Component];
      isBelowZone = true;
    } else if (attribute.type === 'relation' && inside) {
      reads.push({ uid: owner, path: way.join('.') });
      owner = (attribute as { target: string }).target;
      reads.push({ uid: owner, path: inside });
      schema = strapi.contentTypes[owner as UID.ContentType];
      way = [];
      isBelowZone = false;
    }
  }
  if (way.length > 0) reads.push({ uid: owner, path: way.join('.') });
  return reads;
}

/** The path as the site's settings name relations: without the components of dynamic zones. */
export function settingOf(path: string): string {
  return path.replace(/\([^()]*\)/g, '');
}

/** The path as the role matrix knows it: a dynamic zone is one field there. */
export function permissionOf(path: string): string {
  return path.split('(', 1)[0]!;
}

/** Paths as a tree, to walk along a schema: `true` is a leaf. */
export interface PathTree {
  [segment: string]: true | PathTree;
}

/** `['title', 'customer.name']` → `{ title: true, customer: { name: true } }` */
export function pathTree(paths: string[]): PathTree {
  const root: PathTree = {};
  for (const path of paths) {
    const segments = segmentsOf(path);
    let node = root;
    for (const segment of segments.slice(0, -1)) {
      const child = Object.hasOwn(node, segment) ? node[segment] : undefined;
      node = node[segment] = child && child !== true ? child : {};
    }
    const leaf = segments.at(-1);
    if (leaf && !Object.hasOwn(node, leaf)) node[leaf] = true;
  }
  return root;
}

/** `sections(page.hero).title` → `['sections', '(page.hero)', 'title']` */
function segmentsOf(path: string): string[] {
  return path.match(/\([^()]*\)|[^.(]+/g) ?? [];
}
