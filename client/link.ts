import { UNLOCK_HEADER, VIEWER_HEADER } from '../contracts/headers';
import type { PublicAnswer, SearchAnswer, ShownFile } from '../contracts/shown';
import { withWholeAddresses } from './addresses';
import { ShareLinkError } from './errors';
import type {
  FetchedFile,
  Found,
  OpenedEntry,
  OpenedLink,
  Place,
  Shut,
  Unavailable,
  Limited,
  Unchanged,
  Unlocked,
  WrongPassword,
} from './outcomes';
import { jsonOf, send, shutBy } from './request';
import type { FetchLike } from './request';
import { keptProofs } from './storage';
import type { ProofStorage } from './storage';

export interface ShareLinkOptions {
  /**
   * The address of Strapi's REST API, such as `https://cms.example.com/api`, without query and
   * fragment.
   */
  api: string;
  /** The secret part of the link's address, or its slug. */
  token: string;
  /**
   * Sends the requests instead of the global `fetch`, for example to add headers or `credentials`.
   *
   * @default globalThis.fetch
   */
  fetch?: FetchLike;
  /**
   * Stores the visitor's proofs, so that they need not enter the password again and do not take a
   * second place of a link that limits its visitors.
   *
   * @default none: the proofs stay in memory
   */
  storage?: ProofStorage;
}

interface Ask {
  /** Aborts the request. The promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * One link, as a visitor uses it. All methods throw `ShareLinkError` for errors that are no
 * outcome.
 */
export interface ShareLink {
  /** The address of the link's JSON. All its files are below it. */
  readonly address: string;
  /** Opens the link, or a page of it. Each call counts as a visit. */
  open(place?: Place, ask?: Ask): Promise<OpenedLink>;
  /**
   * Opens the same page again if it has changed; otherwise the answer is `unchanged`. On links that
   * refresh (`meta.refreshSeconds`), this is no new visit on the same day.
   */
  refresh(before: OpenedEntry, ask?: Ask): Promise<OpenedLink | Unchanged>;
  /**
   * Sends the password. If it is right, the other methods open the link. An impossible password,
   * empty or with more than 72 bytes, is simply wrong.
   */
  unlock(password: string, ask?: Ask): Promise<Unlocked | WrongPassword | Unavailable | Limited>;
  /**
   * Searches everything that the link shows in one language.
   *
   * @param q 1 to 200 characters; others are refused with the code `invalid`
   */
  search(q: string, place?: Place, ask?: Ask): Promise<Found | Shut>;
  /**
   * Fetches a file with the visitor's proofs, which an `<img>` on another site can't send; see
   * `meta.isGuarded`.
   *
   * @param file a file of the entry, or an address in it that begins with `address`
   */
  file(file: ShownFile | string, ask?: Ask): Promise<FetchedFile | Shut>;
}

/** The plugin's codes for a wrong password. */
const WRONG: string[] = ['wrong-password', 'invalid'];

/**
 * Makes the client of one link. It sends nothing until you call a method.
 *
 * @throws ShareLinkError `invalid` if `api` is not an http(s) address
 */
export function shareLink(options: ShareLinkOptions): ShareLink {
  const api = apiAddress(options.api);
  const address = `${api}/share-links/public/${encodeURIComponent(options.token)}`;
  const ownFetch: FetchLike = options.fetch ?? ((...request) => globalThis.fetch(...request));
  const proofs = keptProofs(options.token, options.storage);

  return {
    address,

    open: (place, ask) => open(place ?? {}, null, ask),

    async refresh(before, ask) {
      return open(before.place, before.tag, ask);
    },

    async unlock(password, ask) {
      const response = await request(`${address}/unlock`, posted({ password }), ask);
      if (!response.ok) return refused(response);
      const { data } = await answerOf<{ data: Omit<Unlocked, 'kind'> }>(response);
      proofs.keep({ unlock: data.unlockToken });
      return { kind: 'unlocked', unlockToken: data.unlockToken, expiresAt: data.expiresAt };
    },

    async search(q, place, ask) {
      const response = await request(`${addressOf(place ?? {})}/search`, posted({ q }), ask);
      if (!response.ok) return shutBy(response);
      const { data, meta } = await answerOf<SearchAnswer>(response);
      return { kind: 'found', hits: data, cut: meta.cut };
    },

    async file(file, ask) {
      const url = typeof file === 'string' ? file : file.url;
      if (!url.startsWith(`${address}/`) || parsedUrl(url)?.href !== url) {
        throw new ShareLinkError('invalid', 'This is no address of a file of this link');
      }
      const response = await request(url, {}, ask);
      return response.ok ? { kind: 'file', response } : shutBy(response);
    },
  };

  async function open(place: Place, tag: null, ask?: Ask): Promise<OpenedLink>;
  async function open(place: Place, tag: string | null, ask?: Ask): Promise<OpenedLink | Unchanged>;
  async function open(place: Place, tag: string | null, ask?: Ask) {
    const headers: Record<string, string> = tag === null ? {} : { 'If-None-Match': tag };
    const response = await request(addressOf(place), { headers }, ask);
    if (tag !== null && response.status === 304) return { kind: 'unchanged' };
    if (!response.ok) return shutBy(response);
    const answer = withWholeAddresses(await answerOf<PublicAnswer>(response), api);
    return {
      kind: 'open',
      entry: answer.data,
      meta: answer.meta,
      place,
      tag: response.headers.get('ETag'),
    };
  }

  async function request(url: string, init: RequestInit, ask: Ask = {}): Promise<Response> {
    const { unlock, viewer } = proofs.get();
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      ...(unlock === null ? {} : { [UNLOCK_HEADER]: unlock }),
      ...(viewer === null ? {} : { [VIEWER_HEADER]: viewer }),
    };
    const signal = ask.signal ? { signal: ask.signal } : {};
    const response = await send(ownFetch, url, { ...init, ...signal, headers });
    const given = response.headers.get(VIEWER_HEADER);
    if (given !== null) proofs.keep({ viewer: given });
    return response;
  }

  function addressOf({ locale, childId }: Place): string {
    const segments = [locale, childId].filter((part) => typeof part === 'string');
    if (segments.some((segment) => /^\.*$/.test(segment))) {
      throw new ShareLinkError('invalid', 'This is no page of a link');
    }
    return [address, ...segments.map(encodeURIComponent)].join('/');
  }
}

function posted(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function answerOf<T extends { data: unknown }>(response: Response): Promise<T> {
  const answer = await jsonOf<T>(response);
  if (answer?.data) return answer;
  const message = 'The answer is none of Share Links; is this the address of the REST API?';
  throw new ShareLinkError('unexpected', message, response.status);
}

async function refused(response: Response): Promise<WrongPassword | Unavailable | Limited> {
  try {
    const shut = await shutBy(response);
    return shut.kind === 'locked' ? { kind: 'wrong-password' } : shut;
  } catch (error) {
    const isWrong = error instanceof ShareLinkError && WRONG.includes(error.code);
    if (isWrong) return { kind: 'wrong-password' };
    throw error;
  }
}

/**
 * Makes the address absolute, without a slash at the end. In a browser it may be relative to the
 * page.
 */
function apiAddress(api: string): string {
  const { location } = globalThis as { location?: { href: string } };
  const url = parsedUrl(api, location?.href);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new ShareLinkError(
      'invalid',
      'api must be an address such as https://cms.example.com/api'
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** Older browsers have no `URL.parse`. */
function parsedUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
