import type { Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { ShownReference } from '../../../contracts/shown';
import { adminName } from '../names';
import { USER_TYPES, showableAttributes } from './paths';
import type { PathTree } from './paths';
import type { ReadContext } from './populate';

/** Related entries shown for one attribute; a list longer than this is cut. */
const MAX_REFERENCES = 200;

/** A relation that a link shows: where it leads, and the attribute whose value is shown. */
export interface Relation {
  target: string;
  /** Fixed when the link was made; null for users, who have a display name. */
  title: string | null;
}

/** `documents(title)` → the relation, with the title that the link may show. */
export function relationOf(
  attribute: Schema.Attribute.AnyAttribute,
  branch: true | PathTree
): Relation {
  const { target } = attribute as { target: string };
  const [title = null] = branch === true ? [] : Object.keys(branch);
  return { target, title: title && title.slice(1, -1) };
}

/** How to read the entries of one relation, or null when none of them may be shown. */
export function referenceQuery(
  { strapi, settings, shows }: ReadContext,
  { target, title }: Relation
): Record<string, unknown> | null {
  if (target === 'admin::user') return { fields: ['firstname', 'lastname', 'username'] };
  if (USER_TYPES.includes(target)) return { fields: ['username'] };

  const model = strapi.contentTypes[target as UID.ContentType];
  const isShown =
    model &&
    settings.contentTypes[target]?.enabled &&
    showableAttributes(model).some(([name]) => name === title);
  if (!isShown) return null;
  return contentTypes.hasDraftAndPublish(model)
    ? { fields: [title], filters: { publishedAt: { [isPublished(shows)]: true } } }
    : { fields: [title] };
}

function isPublished(shows: 'draft' | 'published'): '$notNull' | '$null' {
  return shows === 'published' ? '$notNull' : '$null';
}

/** Related entries by their titles, users by a display name. */
export function showReferences({ title }: Relation, value: unknown): ShownReference[] {
  const related = (Array.isArray(value) ? value : value ? [value] : []) as Record<
    string,
    unknown
  >[];
  return related
    .slice(0, MAX_REFERENCES)
    .map((entry) => ({ title: title ? String(entry[title] ?? '') : adminName(entry) }))
    .filter((reference) => reference.title !== '');
}
