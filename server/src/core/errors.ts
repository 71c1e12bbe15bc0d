import { errors } from '@strapi/utils';

import { ERROR_STATUS } from '../../../contracts/errors';
import type { ErrorBody, ErrorCode, FieldError } from '../../../contracts/errors';

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
 * these themselves (see `routing.ts`); everywhere else it is an ordinary `ApplicationError`.
 */
export class Refused extends errors.ApplicationError<
  string,
  string,
  { code: ErrorCode; errors?: FieldError[] }
> {
  readonly status: number;
  /** Seconds to wait, where that is known. */
  retryAfter?: number;

  /** @param status only where a setting chooses another one than the code's own */
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

/** Refuses with one of the plugin's codes; the message is read by people. */
export function refuse(code: ErrorCode, message: string): never {
  throw new Refused(code, message);
}

/** Refuses bad input and names the field that holds it; a path where a part of it has dots. */
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
