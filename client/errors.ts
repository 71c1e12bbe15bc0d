import type { ErrorCode, FieldError } from '../contracts/errors';

/** The plugin's own codes, and two for errors on the way. */
export type ClientErrorCode =
  | ErrorCode
  /** There was no answer: no network, a wrong address, or an origin that Strapi does not allow. */
  | 'unreachable'
  /** The answer does not come from the plugin. */
  | 'unexpected';

/** An error of the program, or one that it can't handle. What visitors can meet is an outcome. */
export class ShareLinkError extends Error {
  override readonly name = 'ShareLinkError';

  constructor(
    readonly code: ClientErrorCode,
    message: string,
    /** The HTTP status of the answer; null if there was none. */
    readonly status: number | null = null,
    /** The wrong fields of the request; only for `invalid`. */
    readonly fields: FieldError[] = [],
    options?: { cause: unknown }
  ) {
    super(message, options);
  }
}
