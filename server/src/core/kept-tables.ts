import type { Core } from '@strapi/strapi';

/** Strapi drops the tables of types that are gone, except those that this key of its store names. */
const KEY = { type: 'core', key: 'persisted_tables' } as const;

type Kept = string | { name: string };

/**
 * Keeps tables through a start of the app without the plugin, which would drop them. Call it at each
 * start: an import replaces Strapi's store.
 */
export async function keepTables(strapi: Core.Strapi, tables: string[]): Promise<void> {
  const kept = await keptTables(strapi);
  const missing = tables.filter((table) => !kept.some((entry) => nameOf(entry) === table));
  if (missing.length > 0) await strapi.store!.set({ ...KEY, value: [...kept, ...missing] });
}

/** Lets the next start without the plugin drop these tables. */
export async function releaseTables(strapi: Core.Strapi, tables: string[]): Promise<void> {
  const kept = await keptTables(strapi);
  const value = kept.filter((entry) => !tables.includes(nameOf(entry)));
  if (value.length < kept.length) await strapi.store!.set({ ...KEY, value });
}

async function keptTables(strapi: Core.Strapi): Promise<Kept[]> {
  return ((await strapi.store!.get(KEY)) as Kept[] | null) ?? [];
}

const nameOf = (entry: Kept): string => (typeof entry === 'string' ? entry : entry.name);
