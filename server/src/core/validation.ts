import type { z } from '@strapi/utils';

import type { FieldError } from '../../../contracts/errors';
import { Refused, refuseField } from './errors';

/**
 * Checks the input of a request against a schema.
 *
 * @throws Refused `invalid`, with one entry in `details.errors` for each wrong field
 */
export function validate<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  refuseUnfit(input);
  const result = schema.safeParse(input);
  if (result.success) return result.data;

  const fields = result.error.issues.flatMap((issue): FieldError[] => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code !== 'unrecognized_keys') {
      return [{ path, message: issue.message, name: 'ValidationError' }];
    }
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `Unknown field: ${[...path, key].join('.')}`,
      name: 'ValidationError',
    }));
  });
  const message = fields
    .map((field) =>
      field.path.length > 0 && !field.message.startsWith('Unknown')
        ? `${field.path.join('.')}: ${field.message}`
        : field.message
    )
    .join('; ');
  throw new Refused('invalid', message, fields);
}

/** Far deeper than any real input. Schemas and databases read nested values by recursion. */
const MAX_DEPTH = 32;

/**
 * Refuses what no schema should see: a NUL character, which PostgreSQL can't store, and values that
 * are nested too deeply.
 */
function refuseUnfit(input: unknown): void {
  const waiting: { value: unknown; path: string[] }[] = [{ value: input, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (path.length > MAX_DEPTH) refuseField(path.slice(0, 1), 'is nested too deeply');
    if (typeof value === 'string' && value.includes('\0')) {
      refuseField(path, 'must not contain a NUL character');
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      waiting.push({ value: inner, path: [...path, key] });
    }
  }
}
