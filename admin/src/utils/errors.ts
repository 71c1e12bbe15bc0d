import type { ErrorBody, ErrorCode, FieldError } from '../../../contracts/errors';

type Details = Partial<ErrorBody['error']['details']>;

/** Returns the plugin's code of a refused request; null if the refusal is not the plugin's. */
export function errorCode(error: unknown): ErrorCode | null {
  return details(error).code ?? null;
}

/** Returns the server's messages about the fields of the form. */
export function fieldErrors(error: unknown): FieldError[] {
  return details(error).errors ?? [];
}

/** Returns the server's message about one field; null if there is none. */
export function fieldError(error: unknown, field: string): string | null {
  return fieldErrors(error).find(({ path }) => path[0] === field)?.message ?? null;
}

function details(error: unknown): Details {
  if (typeof error !== 'object' || error === null || !('details' in error)) return {};
  return typeof error.details === 'object' && error.details !== null ? error.details : {};
}
