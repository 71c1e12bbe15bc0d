/**
 * Every refusal of the plugin has one of these codes in `error.details.code`, so programs need not
 * read the message. The value is the HTTP status.
 */
export const ERROR_STATUS = {
  invalid: 400,
  'password-required': 401,
  'wrong-password': 401,
  'not-allowed': 403,
  'not-owner': 403,
  'field-not-shareable': 403,
  'type-not-shareable': 403,
  'comments-closed': 403,
  'link-unavailable': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'link-exists': 409,
  'link-changed': 409,
  'link-revoked': 409,
  'slug-taken': 409,
  'body-too-large': 413,
  'too-many-attempts': 429,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/**
 * Why a link does not open, as sites that explain their refusals tell it in `error.details.reason`.
 * The first four may open again at the same address.
 */
export type RefusalReason =
  | 'scheduled'
  | 'paused'
  | 'site-paused'
  | 'suspended'
  | 'expired'
  | 'exhausted'
  | 'revoked'
  /** What the link showed is gone, not published, or not shared any more. */
  | 'not-shown';

/** Strapi's error body, as the plugin sends every refusal. */
export interface ErrorBody {
  data: null;
  error: {
    status: number;
    name: string;
    message: string;
    details: { code: ErrorCode; errors?: FieldError[] } & RefusalDetails;
  };
}

/** Only with `link-unavailable`, on sites that explain their refusals. */
export interface RefusalDetails {
  reason?: RefusalReason;
  /** When a scheduled link opens. */
  opensAt?: string;
}

/** The refused field, in Strapi's own format. */
export interface FieldError {
  path: (string | number)[];
  message: string;
  name: string;
}
