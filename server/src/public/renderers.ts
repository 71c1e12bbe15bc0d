import type { Core } from '@strapi/strapi';

import type { ShownField } from '../../../strapi-server';
import type { FieldRenderer, EntryRenderer, Renderers } from '../page/renderers';

const registered = new WeakMap<Core.Strapi, Renderers>();
export function renderersOf(strapi: Core.Strapi): Renderers {
  const known = registered.get(strapi);
  if (known) return known;
  const none: Renderers = { fields: new Map(), customFields: new Map(), contentTypes: new Map() };
  registered.set(strapi, none);
  return none;
}

export type ViewerService = ReturnType<typeof viewerService>;

/**
 * `strapi.plugin('share-links').service('viewer')`, for a site's `register` or `bootstrap`. If a
 * renderer throws, only its section is missing from the page.
 */
export function viewerService({ strapi }: { strapi: Core.Strapi }) {
  const { fields, customFields, contentTypes } = renderersOf(strapi);
  return {
    /** Registers a renderer for all fields of a type, such as `json`. */
    renderField(type: ShownField['type'], renderer: FieldRenderer): void {
      fields.set(type, renderer);
    },

    /**
     * Registers a renderer for all fields of a custom field, such as `plugin::color-picker.color`.
     */
    renderCustomField(uid: string, renderer: FieldRenderer): void {
      customFields.set(uid, renderer);
    },

    /**
     * Registers a renderer for all entries of a content type.
     *
     * @throws Error for a content type that does not exist
     */
    renderContentType(uid: string, renderer: EntryRenderer): void {
      if (!Object.hasOwn(strapi.contentTypes, uid)) {
        throw new Error(`Share Links: there is no content type ${uid} to render`);
      }
      contentTypes.set(uid, renderer);
    },
  };
}
