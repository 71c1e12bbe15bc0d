import type { Core } from '@strapi/strapi';

import type { AnySchema } from './paths';

/** The content manager's configuration of a type or component. */
export interface Labels {
  mainField: string;
  /** Attribute names in the order of the edit view. */
  order: string[];
  labelOf(name: string): string;
}

interface Configuration {
  settings?: { mainField?: string };
  metadatas?: Record<string, { edit?: { label?: string } }>;
  layouts?: { edit?: { name: string }[][] };
}

/** Long enough to save the queries of a busy page, short enough that new labels appear soon. */
const KEEP_MS = 5_000;
const kept = new WeakMap<Core.Strapi, Map<string, { until: number; labels: Promise<Labels> }>>();

/** The labels of a content type or component, as editors see them. Cached for a few seconds. */
export function labelsOf(strapi: Core.Strapi, schema: AnySchema): Promise<Labels> {
  const cache = kept.get(strapi) ?? new Map();
  kept.set(strapi, cache);

  const hit = cache.get(schema.uid);
  if (hit && hit.until > Date.now()) return hit.labels;
  const labels = readLabels(strapi, schema);
  cache.set(schema.uid, { until: Date.now() + KEEP_MS, labels });
  labels.catch(() => cache.delete(schema.uid));
  return labels;
}

async function readLabels(strapi: Core.Strapi, schema: AnySchema): Promise<Labels> {
  const service = strapi
    .plugin('content-manager')
    .service(schema.modelType === 'component' ? 'components' : 'content-types') as {
    findConfiguration(schema: AnySchema): Promise<Configuration>;
  };
  const { settings, metadatas, layouts } = await service.findConfiguration(schema);
  return {
    mainField: settings?.mainField ?? 'documentId',
    order: (layouts?.edit ?? []).flat().map((cell) => cell.name),
    labelOf: (name) => {
      const label = metadatas?.[name]?.edit?.label;
      return label && label !== name ? label : humanize(name);
    },
  };
}

/** `kickoffAt` → `Kickoff at`, for attributes without a label. */
export function humanize(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
