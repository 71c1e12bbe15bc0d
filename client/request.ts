import type { ErrorBody } from '../contracts/errors';
import { ShareLinkError } from './errors';
import type { Shut } from './outcomes';

/** The used part of `fetch`. */
export type FetchLike = (address: string, init?: RequestInit) => Promise<Response>;

/** The wait after a 429 answer of another server without `Retry-After`. */
const DEFAULT_WAIT = 60;

/**
 * Sends a request and returns any answer.
 *
 * @throws ShareLinkError `unreachable` if there is no answer; the signal's reason if aborted
 */
export async function send(
  fetch: FetchLike,
  address: string,
  init: RequestInit
): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    const { origin } = new URL(address);
    const message = `No answer from ${origin}, or it does not allow the origin of this page`;
    throw new ShareLinkError('unreachable', message, null, [], { cause });
  }
}

/** The body of an answer. Returns null if it is not JSON. */
export async function jsonOf<T>(response: Response): Promise<T | null> {
  try {
    return (await response.json()) as T;
  } catch {
    return null;
  }
}

/**
 * Turns an unsuccessful answer into an outcome for visitors.
 *
 * @throws ShareLinkError for errors that are not for visitors
 */
export async function shutBy(response: Response): Promise<Shut> {
  const { status } = response;
  if (status === 429) return { kind: 'limited', retryAfter: secondsIn(response) };
  const error = (await jsonOf<Partial<ErrorBody>>(response))?.error;
  const code = error?.details?.code;
  if (!error || !code) {
    const message = `Strapi answered ${status}, and nothing of Share Links`;
    throw new ShareLinkError('unexpected', message, status);
  }
  if (code === 'password-required') return { kind: 'locked' };
  if (code === 'link-unavailable') {
    const { reason, opensAt } = error.details;
    return {
      kind: 'unavailable',
      isExplained: status === 403,
      ...(reason ? { reason } : {}),
      ...(opensAt ? { opensAt } : {}),
      message: error.message,
    };
  }
  throw new ShareLinkError(code, error.message, status, error.details.errors);
}

/** `Retry-After` in seconds. Proxies may write a date. */
function secondsIn(response: Response): number {
  const value = response.headers.get('Retry-After') ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : DEFAULT_WAIT;
}
