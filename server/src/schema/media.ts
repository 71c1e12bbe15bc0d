import type { AnySchema } from './paths';
import { showableAttributes } from './paths';

/** The names of a type's media attributes that visitors may see. */
export function mediaOf(schema: AnySchema): string[] {
  return showableAttributes(schema)
    .filter(([, { type }]) => type === 'media')
    .map(([name]) => name);
}

/** The names of the files in a loaded media attribute. */
export function fileNames(value: unknown): unknown[] {
  return [value].flat().map((file) => (file as { name?: unknown } | null)?.name);
}
