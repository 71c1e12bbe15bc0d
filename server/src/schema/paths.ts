import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

export type AnySchema = Schema.ContentType | Schema.Component;
type Attribute = Schema.Attribute.AnyAttribute;

/** Components can contain each other, but no editor nests them deeper than this. */
const MAX_DEPTH = 12;

/** Relations to these types show only a display name. */
export const USER_TYPES = ['admin::user', 'plugin::users-permissions.user'];

/**
 * An attribute that a link can show. Its path is the way to it: `title`, `customer.name` inside a
 * component, `sections(page.hero).title` inside a component of a dynamic zone. After a relation,
 * the path names the title attribute and the type of the related entries:
 * `documents(title@api::document.document).files`.
 */
export interface ShareablePath {
  path: string;
  /** The top-level attribute of the path. */
  root: string;
  attribute: Attribute;
}

/** Every attribute of a type that can be shown, without private ones, passwords and hidden ones. */
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

/** The attributes of a schema that visitors may see, in the order of the schema. */
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

/**
 * Stands in a path for the title of types that have no title attribute: nothing but the number of
 * related entries is shown by it.
 */
export const UNTITLED = 'documentId';

/** The part of a path after a relation: the title attribute and the type of the related entries. */
interface RelatedType {
  /** The title attribute of the related entries. */
  title: string;
  /** The type of the relation when the path was made; null in paths of old links. */
  target: string | null;
}

/** `documents` with the titles of documents → `documents(title@api::document.document)` */
export function relationPath(path: string, title: string, target: string): string {
  return `${path}(${title}@${target})`;
}

function parseRelation(segment: string): RelatedType {
  const [title = '', target = null] = segment.slice(1, -1).split('@');
  return { title, target };
}

/**
 * Parses the segment after a relation. Returns null if the relation now leads to another type: the
 * link's maker never meant to show its entries.
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

/** The path as the API writes it: `documents(title).files`, without the types of relations. */
export function plainPath(path: string): string {
  return path.replace(/@[^@)]*\)/g, ')');
}

/**
 * Adds the current types of relations to a path. A segment with a type keeps it, and a path that
 * the schema does not have stays unchanged.
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

/** A right that showing a path needs, and the type that the right applies to. */
export interface PathRead {
  uid: string;
  /** The path as the role matrix writes it. */
  path: string;
  /** The titles of related entries need `read`. Everything else needs `read` and `share`. */
  needs: 'read' | 'share';
  /** True for related entries. They are not loaded, so rights on the whole type count. */
  isRelated: boolean;
}

/**
 * The rights that a path needs. `documents(title@…).files` on a project needs the project's
 * `documents`, and the `title` and `files` of a document. If the schema no longer has the path, or
 * the relation leads to another type, only the part that still shows something counts.
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
    // In the role matrix, a dynamic zone with all its content is one field.
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

/** The path as the site's settings write relations: without the components of dynamic zones. */
export function settingOf(path: string): string {
  return path.replace(/\([^()]*\)/g, '');
}

/** The path as the role matrix writes it: a dynamic zone is one field there. */
export function permissionOf(path: string): string {
  return path.split('(', 1)[0]!;
}

/** Paths as a tree, to walk along a schema. `true` is a leaf. */
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
export function segmentsOf(path: string): string[] {
  return path.match(/\([^()]*\)|[^.(]+/g) ?? [];
}
