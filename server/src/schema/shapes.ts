import type { Core, Schema, UID } from '@strapi/strapi';

import { UNTITLED, relatedBy, segmentsOf, showableAttributes } from './paths';
import type { AnySchema } from './paths';

type Attribute = Schema.Attribute.AnyAttribute;

/**
 * What a path leads through and to: the components on its way, and whether it ends at media, at
 * another type or at a value. Returns null if the schema has nothing to show at the path. Another
 * shape is something else under the same name.
 */
export function pathShape(strapi: Core.Strapi, uid: string, path: string): string | null {
  let schema: AnySchema | undefined = strapi.contentTypes[uid as UID.ContentType];
  let attribute: Attribute | undefined;
  const steps: string[] = [];
  for (const segment of segmentsOf(path)) {
    const isInside = segment.startsWith('(');
    if (!isInside) {
      attribute = schema && new Map(showableAttributes(schema)).get(segment);
      if (!attribute) return null;
      steps.push(stepOf(attribute));
      schema = attribute.type === 'component' ? strapi.components[attribute.component] : undefined;
    } else if (attribute?.type === 'dynamiczone') {
      const component = segment.slice(1, -1) as UID.Component;
      if (!(attribute.components as string[]).includes(component)) return null;
      steps.push(component);
      schema = strapi.components[component];
    } else {
      const related = attribute?.type === 'relation' ? relatedBy(attribute, segment) : null;
      schema = related ? strapi.contentTypes[related.target as UID.ContentType] : undefined;
      if (!related || !schema || !hasTitle(schema, related.title)) return null;
    }
  }
  return steps.join(' ');
}

function stepOf(attribute: Attribute): string {
  switch (attribute.type) {
    case 'component':
      return attribute.component;
    case 'relation':
      return `relation:${String((attribute as { target?: string }).target)}`;
    case 'media':
    case 'dynamiczone':
      return attribute.type;
    default:
      return 'value';
  }
}

function hasTitle(schema: AnySchema, title: string): boolean {
  return title === UNTITLED || showableAttributes(schema).some(([name]) => name === title);
}
