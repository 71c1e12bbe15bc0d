import type { Core, UID } from '@strapi/strapi';

import { labelsOf } from './labels';
import { plainPath, segmentsOf } from './paths';
import type { AnySchema } from './paths';

/**
 * The labels of paths as the content manager shows them: `customer.logo` → `Customer: Logo`. Paths
 * that the schema does not have are left out.
 *
 * @returns labels by the plain form of their path
 */
export async function pathLabels(
  strapi: Core.Strapi,
  uid: string,
  paths: string[]
): Promise<Record<string, string>> {
  const labels: Record<string, string> = {};
  for (const path of new Set(paths.map(plainPath))) {
    const label = await labelOfPath(strapi, uid, path);
    if (label !== null) labels[path] = label;
  }
  return labels;
}

async function labelOfPath(strapi: Core.Strapi, uid: string, path: string): Promise<string | null> {
  let schema: AnySchema | undefined = strapi.contentTypes[uid as UID.ContentType];
  const words: string[] = [];
  let zone = false;
  for (const segment of segmentsOf(path)) {
    if (segment.startsWith('(')) {
      // After a relation, the schema is that of its target already.
      if (zone) schema = strapi.components[segment.slice(1, -1) as UID.Component];
      zone = false;
      continue;
    }
    const attribute = schema?.attributes[segment] as
      { type: string; component?: string; target?: string } | undefined;
    if (!schema || !attribute) return null;
    words.push((await labelsOf(strapi, schema)).labelOf(segment));
    zone = attribute.type === 'dynamiczone';
    if (attribute.component) schema = strapi.components[attribute.component as UID.Component];
    else schema = strapi.contentTypes[(attribute.target ?? '') as UID.ContentType];
  }
  return words.join(': ');
}
