import type { ErrorBody, ErrorCode } from '../../../contracts/errors';

type Details = Partial<ErrorBody['error']['details']>;

/** The plugin's code in a refused request, if the refusal was the plugin's. */
export function errorCode(error: unknown): ErrorCode | null {
  return details(error).code ?? null;
}

/** What the server says about one field of the form, null where it found no fault with it. */
export function fieldError(error: unknown, field: string): string | null {
  const fault = details(error).errors?.find(({ path }) => path.at(-1) === field);
  return fault?.message ?? null;
}

function details(error: unknown): Details {
  if (typeof error !== 'object' || error === null || !('details' in error)) return {};
  return typeof error.details === 'object' && error.details !== null ? error.details : {};
}
