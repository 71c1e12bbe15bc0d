import { errors } from '@strapi/utils';

import { ERROR_STATUS } from '../../../contracts/errors';
import type { ErrorBody, ErrorCode, FieldError, RefusalDetails } from '../../../contracts/errors';

const NAMES: Record<number, string> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  429: 'RateLimitError',
};

/**
 * A refusal with a code. Strapi has no error class for 405 or 409, so the plugin's routes answer
 * these themselves (see `routing.ts`). Elsewhere it is an ordinary `ApplicationError`.
 */
export class Refused extends errors.ApplicationError<
  string,
  string,
  { code: ErrorCode; errors?: FieldError[] } & RefusalDetails
> {
  readonly status: number;
  /** Seconds to wait, where that is known. */
  retryAfter?: number;

  /** @param status only if a setting chooses another status than the code's own */
  constructor(
    code: ErrorCode,
    message: string,
    fields?: FieldError[],
    status: number = ERROR_STATUS[code]
  ) {
    super(message, fields ? { code, errors: fields } : { code });
    this.status = status;
    this.name = NAMES[this.status] ?? 'ApplicationError';
  }
}

/** Refuses with one of the plugin's codes. People read the message. */
export function refuse(code: ErrorCode, message: string): never {
  throw new Refused(code, message);
}

/** Refuses bad input and names its field. Use an array if a part of the path contains dots. */
export function refuseField(
  field: string | string[],
  message: string,
  code: ErrorCode = 'invalid'
): never {
  const path = Array.isArray(field) ? field : field.split('.');
  throw new Refused(code, message, [{ path, message, name: 'ValidationError' }]);
}

export function errorBody(error: Refused): ErrorBody {
  const { status, name, message, details } = error;
  return { data: null, error: { status, name, message, details } };
}
