import type { z } from '@strapi/utils';

import type { FieldError } from '../../../contracts/errors';
import { Refused } from './errors';

/**
 * Checks the input of a request against a schema.
 *
 * @throws Refused `invalid`, with one entry in `details.errors` for each wrong field
 */
export function validate<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const { data, problems } = check(schema, input);
  if (problems.length > 0) refuseFields(problems);
  return data as z.infer<T>;
}

/** Refuses bad input and names all its wrong fields. */
export function refuseFields(problems: FieldError[]): never {
  const message = problems
    .map((field) =>
      field.path.length > 0 && !field.message.startsWith('Unknown')
        ? `${field.path.join('.')}: ${field.message}`
        : field.message
    )
    .join('; ');
  throw new Refused('invalid', message, problems);
}

/** Like `validate`, but returns what is wrong with the input. Without problems there is data. */
export function check<T extends z.ZodType>(
  schema: T,
  input: unknown
): { data?: z.infer<T>; problems: FieldError[] } {
  const unfit = findUnfit(input);
  if (unfit) return { problems: [unfit] };
  const result = schema.safeParse(input);
  if (result.success) return { data: result.data, problems: [] };
  return {
    problems: result.error.issues.flatMap((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
      if (issue.code !== 'unrecognized_keys') return [problem(path, issue.message)];
      return issue.keys.map((key) =>
        problem([...path, key], `Unknown field: ${[...path, key].join('.')}`)
      );
    }),
  };
}

/** One wrong field of an input. */
export function problem(path: FieldError['path'], message: string): FieldError {
  return { path, message, name: 'ValidationError' };
}

/** Far deeper than any real input. Schemas and databases read nested values by recursion. */
const MAX_DEPTH = 32;

/**
 * Finds what no schema should see: a NUL character, which PostgreSQL can't store, and values that
 * are nested too deeply.
 */
function findUnfit(input: unknown): FieldError | null {
  const waiting: { value: unknown; path: string[] }[] = [{ value: input, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (path.length > MAX_DEPTH) return problem(path.slice(0, 1), 'is nested too deeply');
    if (typeof value === 'string' && value.includes('\0')) {
      return problem(path, 'must not contain a NUL character');
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      waiting.push({ value: inner, path: [...path, key] });
    }
  }
  return null;
}
