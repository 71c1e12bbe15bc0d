import type { ErrorCode, FieldError } from '../contracts/errors';

/** The plugin's own codes, and two for what went wrong on the way. */
export type ClientErrorCode =
  | ErrorCode
  /** No answer came: no network, a wrong address, or an origin that Strapi does not allow. */
  | 'unreachable'
  /** The answer is none of the plugin's. */
  | 'unexpected';

/** What a program has done wrong, or can do nothing about. What visitors meet is an outcome. */
export class ShareLinkError extends Error {
  override readonly name = 'ShareLinkError';

  constructor(
    readonly code: ClientErrorCode,
    message: string,
    /** HTTP status of the answer; null when there was none. */
    readonly status: number | null = null,
    /** What is wrong with which part of the request; for `invalid` only. */
    readonly fields: FieldError[] = [],
    options?: { cause: unknown }
  ) {
    super(message, options);
  }
}
