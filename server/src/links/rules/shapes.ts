import type { Core, UID } from '@strapi/strapi';

import { plainPath } from '../../schema/paths';
import { pathShape } from '../../schema/shapes';
import type { LinkRow, LinkShapes } from '../store/link-schema';

type Paths = Pick<LinkRow, 'contentType' | 'fields' | 'childFields'>;
type ShapedPaths = Paths & Pick<LinkRow, 'shapes'>;

/**
 * The shapes of a link's paths in the current schema. A link stores them when its maker chooses
 * what it shows: if a name later stands for something else, the maker never chose that.
 */
export function shapesOf(
  strapi: Core.Strapi,
  { contentType, fields, childFields }: Paths
): LinkShapes {
  const shapes = (uid: string, paths: string[]) =>
    Object.fromEntries(paths.map((path) => [path, pathShape(strapi, uid, path)]));
  const below = Object.entries(childFields ?? {});
  return {
    own: shapes(contentType, fields),
    below: Object.fromEntries(below.map(([uid, paths]) => [uid, shapes(uid, paths)])),
  };
}

/**
 * The shapes after an edit. Paths that the edit does not choose keep their shapes, so that it
 * doesn't approve what has become of them.
 */
export function shapesAfter(
  strapi: Core.Strapi,
  before: ShapedPaths,
  data: Partial<Paths>
): LinkShapes {
  const now = shapesOf(strapi, { ...before, ...data });
  return {
    own: data.fields ? now.own : (before.shapes?.own ?? now.own),
    below: data.childFields === undefined ? (before.shapes?.below ?? now.below) : now.below,
  };
}

/** The paths of a link that still lead to what its maker chose. */
export function pathsAsChosen(
  strapi: Core.Strapi,
  link: ShapedPaths
): Pick<LinkRow, 'fields' | 'childFields'> {
  const { contentType, fields, childFields, shapes } = link;
  const keep = (uid: string, paths: string[], stored: Record<string, string | null> | undefined) =>
    stored ? paths.filter((path) => isAsChosen(strapi, uid, path, stored)) : paths;
  return {
    fields: keep(contentType, fields, shapes?.own),
    childFields:
      childFields &&
      Object.fromEntries(
        Object.entries(childFields).map(([uid, paths]) => [
          uid,
          keep(uid, paths, shapes?.below[uid]),
        ])
      ),
  };
}

/**
 * The paths that a link no longer shows, because the schema has changed, as the API writes them.
 * Those of other types below begin with the name of the type: `Document: description`.
 */
export function missingFields(strapi: Core.Strapi, link: ShapedPaths): string[] {
  const { contentType, fields, childFields, shapes } = link;
  const missing = (uid: string, paths: string[], stored: Record<string, string | null> = {}) =>
    paths.filter((path) => !isAsChosen(strapi, uid, path, stored)).map(plainPath);
  const below = Object.entries(childFields ?? {}).filter(([uid]) => uid !== contentType);
  return [
    ...missing(contentType, fields, shapes?.own),
    ...below.flatMap(([uid, paths]) => {
      const name = strapi.contentTypes[uid as UID.ContentType]?.info.displayName ?? uid;
      return missing(uid, paths, shapes?.below[uid]).map((path) => `${name}: ${path}`);
    }),
  ];
}

function isAsChosen(
  strapi: Core.Strapi,
  uid: string,
  path: string,
  stored: Record<string, string | null>
): boolean {
  const now = pathShape(strapi, uid, path);
  return now !== null && (!Object.hasOwn(stored, path) || stored[path] === now);
}
