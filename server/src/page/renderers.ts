import type { ReactNode } from 'react';

import type { ShownEntry, ShownField } from '../../../contracts/shown';
import { anchoredFields } from './layout/anchors';

/** What a site's own renderer is given besides what it draws. */
export interface RendererContext {
  /** BCP 47 tag of the entry's language, for dates and numbers. */
  locale: string;
  /** Level that the renderer's first heading should have, 2 to 6. */
  level: number;
}

/**
 * Draws one field in the site's own way: React elements, text, or `undefined` to leave the field to
 * the page. Scripts and `style` attributes don't get past the page's Content-Security-Policy; use
 * class names and the `stylesheet` option.
 */
export type FieldRenderer = (field: ShownField, context: RendererContext) => ReactNode;

/** Draws all that is under the title of an entry; `undefined` leaves it to the page. */
export type EntryRenderer = (entry: ShownEntry, context: RendererContext) => ReactNode;

/** The renderers that a site has registered. */
export interface Renderers {
  fields: Map<ShownField['type'], FieldRenderer>;
  customFields: Map<string, FieldRenderer>;
  contentTypes: Map<string, EntryRenderer>;
}

/** The most specific renderer of a field: that of its custom field, else that of its type. */
export function fieldRenderer(
  renderers: Renderers | null,
  field: ShownField
): FieldRenderer | undefined {
  const custom = field.customField && renderers?.customFields.get(field.customField);
  return custom || renderers?.fields.get(field.type);
}

/** Whether a site draws an entry, or anything that is shown with it. */
export function drawsAnyOf(renderers: Renderers, uid: string, fields: ShownField[]): boolean {
  if (renderers.contentTypes.has(uid)) return true;
  if (renderers.fields.size + renderers.customFields.size === 0) return false;
  for (const { field } of anchoredFields({ fields })) {
    if (fieldRenderer(renderers, field)) return true;
  }
  return false;
}
