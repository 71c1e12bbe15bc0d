import type { ReactNode } from 'react';

import type { ShownEntry, ShownField } from '../../../contracts/shown';
import { anchoredFields } from './layout/anchors';

/** The context of a site's own renderer. */
export interface RendererContext {
  /** The BCP 47 tag of the entry's language, for dates and numbers. */
  locale: string;
  /** The level of the renderer's first heading, 2 to 6. */
  level: number;
}

/**
 * Draws one field in the site's own way: it returns React elements, a text, or `undefined` to let
 * the page draw the field. The page's Content-Security-Policy blocks scripts and `style`
 * attributes; use class names and the `stylesheet` option.
 */
export type FieldRenderer = (field: ShownField, context: RendererContext) => ReactNode;

/** Draws everything below the title of an entry. `undefined` lets the page draw it. */
export type EntryRenderer = (entry: ShownEntry, context: RendererContext) => ReactNode;

/** The renderers that a site has registered. */
export interface Renderers {
  fields: Map<ShownField['type'], FieldRenderer>;
  customFields: Map<string, FieldRenderer>;
  contentTypes: Map<string, EntryRenderer>;
}

/** The renderer of a field: that of its custom field, else that of its type. */
export function fieldRenderer(
  renderers: Renderers | null,
  field: ShownField
): FieldRenderer | undefined {
  const custom = field.customField && renderers?.customFields.get(field.customField);
  return custom || renderers?.fields.get(field.type);
}

/** Returns true if a site's renderer draws the entry or anything in it. */
export function drawsAnyOf(renderers: Renderers, uid: string, fields: ShownField[]): boolean {
  if (renderers.contentTypes.has(uid)) return true;
  if (renderers.fields.size + renderers.customFields.size === 0) return false;
  for (const { field } of anchoredFields({ fields })) {
    if (fieldRenderer(renderers, field)) return true;
  }
  return false;
}
