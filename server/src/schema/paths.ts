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
 * component, `sections(page.hero).title` inside a component of a dynamic zone. Behind a relation it
 * names title and type of the entries there: `documents(title@api::document.document).files`.
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

/** How a path goes on behind a relation: what names the entries there, and which type they are. */
interface RelatedType {
  /** Attribute that is the title of the related entries. */
  title: string;
  /** The type that the relation led to when the path was made; null in paths of old links. */
  target: string | null;
}

/** `documents`, titles of documents → `documents(title@api::document.document)` */
export function relationPath(path: string, title: string, target: string): string {
  return `${path}(${title}@${target})`;
}

function parseRelation(segment: string): RelatedType {
  const [title = '', target = null] = segment.slice(1, -1).split('@');
  return { title, target };
}

/**
 * What a segment behind a relation shows: the title of the entries there, and their type. Null
 * where the relation leads to another type by now, whose entries were never meant.
 */
export function relatedBy(
  attribute: Attribute,
  segment: string
): { title: string; target: string } | null {
  const { title, target } = parseRelation(segment);
  return target !== null && target === (attribute as { target?: string }).target
    ? { title, target }
    : null;
}

/** The path as the API speaks of it: `documents(title).files`, without the types behind relations. */
export function plainPath(path: string): string {
  return path.replace(/@[^@)]*\)/g, ')');
}

/**
 * The path with the types that its relations lead to at this moment. What has a type keeps it;
 * what the schema does not know is left as it is.
 */
export function withRelatedTypes(strapi: Core.Strapi, uid: string, path: string): string {
  let schema: AnySchema | undefined = strapi.contentTypes[uid as UID.ContentType];
  let before: Attribute | undefined;
  let named = '';
  for (const segment of segmentsOf(path)) {
    const isInside = segment.startsWith('(');
    if (!isInside) {
      before = schema?.attributes[segment];
      if (before?.type === 'component') schema = strapi.components[before.component];
      named += named === '' ? segment : `.${segment}`;
      continue;
    }
    if (before?.type === 'dynamiczone') {
      schema = strapi.components[segment.slice(1, -1) as UID.Component];
      named += segment;
    } else if (before?.type === 'relation' && 'target' in before) {
      const related = parseRelation(segment);
      const target = related.target ?? (before.target as string);
      schema = strapi.contentTypes[target as UID.ContentType];
      named = relationPath(named, related.title, target);
    } else return path;
  }
  return named;
}

/** A right that it takes to show a path, by the type whose rights count. */
export interface PathRead {
  uid: string;
  /** As the role matrix knows it. */
  path: string;
  /** Titles of related entries have to be readable; all else, to be readable and shareable. */
  needs: 'read' | 'share';
  /** It is of entries behind a relation, which are not at hand: rights on the whole type count. */
  isRelated: boolean;
}

/**
 * `documents(title@…).files` on a project → the project's `documents`, and of a document both its
 * `title` and its `files`. Where the schema has no such path any more, or it leads to another type,
 * as far as it still shows something.
 */
export function readsOf(strapi: Core.Strapi, uid: string, path: string): PathRead[] {
  const reads: PathRead[] = [];
  let schema: AnySchema | undefined = strapi.contentTypes[uid as UID.ContentType];
  let owner = uid;
  let isRelated = false;
  let way: string[] = [];
  let isBelowZone = false;
  const add = (at: string, needs: PathRead['needs']) =>
    reads.push({ uid: owner, path: at, needs, isRelated });
  const segments = segmentsOf(path);
  for (const [index, segment] of segments.entries()) {
    if (segment.startsWith('(')) continue;
    const attribute: Attribute | undefined = schema?.attributes[segment];
    if (!attribute) return reads;
    // A dynamic zone is one field of the matrix, with all that is in it.
    if (!isBelowZone) way.push(segment);
    const inside = segments[index + 1];
    if (attribute.type === 'component') schema = strapi.components[attribute.component];
    else if (attribute.type === 'dynamiczone') {
      schema = strapi.components[inside?.slice(1, -1) as UID.Component];
      isBelowZone = true;
    } else if (attribute.type === 'relation' && inside?.startsWith('(')) {
      const related = relatedBy(attribute, inside);
      if (!related) return reads;
      add(way.join('.'), 'share');
      owner = related.target;
      isRelated = true;
      add(related.title, 'read');
      schema = strapi.contentTypes[owner as UID.ContentType];
      way = [];
      isBelowZone = false;
    }
  }
  if (way.length > 0) add(way.join('.'), 'share');
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
