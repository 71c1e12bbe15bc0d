import type { z } from '@strapi/utils';

import type { FieldError } from '../../contracts/errors';
import { Refused, refuseField } from './errors';

/**
 * Checks what a request brought against a schema.
 *
 * @throws Refused `invalid`, with one entry in `details.errors` for each field that is wrong
 */
export function validate<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  refuseNul(input, []);
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

/** PostgreSQL can't store the character, and nobody types it. */
function refuseNul(input: unknown, path: string[]): void {
  if (typeof input === 'string') {
    if (input.includes('\0')) refuseField(path.join('.'), 'must not contain a NUL character');
  } else if (typeof input === 'object' && input !== null) {
    for (const [key, value] of Object.entries(input)) refuseNul(value, [...path, key]);
  }
}
