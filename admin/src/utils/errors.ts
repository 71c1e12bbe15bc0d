import type { ErrorBody, ErrorCode, FieldError } from '../../../contracts/errors';

type Details = Partial<ErrorBody['error']['details']>;

/** The plugin's code in a refused request, if the refusal was the plugin's. */
export function errorCode(error: unknown): ErrorCode | null {
  return details(error).code ?? null;
}

/** What the server says about the fields of the form. */
export function fieldErrors(error: unknown): FieldError[] {
  return details(error).errors ?? [];
}

/** What it says about one of them, null where it found no fault with it. */
export function fieldError(error: unknown, field: string): string | null {
  return fieldErrors(error).find(({ path }) => path[0] === field)?.message ?? null;
}

function details(error: unknown): Details {
  if (typeof error !== 'object' || error === null || !('details' in error)) return {};
  return typeof error.details === 'object' && error.details !== null ? error.details : {};
}
