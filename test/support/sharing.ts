import { expect } from 'vitest';

import type { Link } from '../../contracts/links';
import type { PublicAnswer } from '../../contracts/shown';
import type { App } from './app';
import { clientOf, login, requestToken } from './client';
import type { ActorName, Answer, ErrorAnswer } from './client';
import { DOCUMENT, newDocument } from './entries';

/** The password of links that have one. */
export const PASSWORD = 'correct horse battery';

export type Shared = Link & { token: string };

export interface ShareOptions extends Record<string, unknown> {
  by?: ActorName;
  contentType?: string;
  documentId?: string;
}

/** Creates a link through the API, to a new document unless one is given. */
export async function shareEntry(app: App, options: ShareOptions = {}): Promise<Shared> {
  const { by = 'editor', contentType = DOCUMENT, ...rules } = options;
  const documentId = options.documentId ?? (await newDocument(app)).documentId;
  const client = await login(app, by);
  const { body, status, text } = await client<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType, ...rules, documentId },
  });
  expect(status, text).toBe(201);
  return { ...body.data, token: body.data.url?.split('/').at(-1) ?? '' };
}

/** The answers that a stranger gets for the page and for the JSON of a link. */
export async function visit(app: App, token: string): Promise<{ page: Answer; json: Answer }> {
  const stranger = clientOf(app);
  return {
    page: await stranger<unknown>('GET', `/share/${token}`),
    json: await stranger<unknown>('GET', `/api/share-links/public/${token}`),
  };
}

/** An answer with data or with an error. */
type Either = PublicAnswer & Pick<ErrorAnswer, 'error'>;

/** Reads a path of the JSON or of the page as a stranger. */
export function strangerAt(app: App) {
  const stranger = clientOf(app);
  return {
    json: (path: string) => stranger<Either>('GET', `/api/share-links/public/${path}`),
    page: (path: string) => stranger<string>('GET', `/share/${path}`),
  };
}

/** The status of both, which must be equal. */
export async function statusOf(app: App, token: string): Promise<number> {
  const { page, json } = await visit(app, token);
  expect(json.status).toBe(page.status);
  return page.status;
}

/** Creates a link on a node in another process, and returns its address. */
export async function shareOn(url: string, rules: object): Promise<string> {
  const editor = clientOf({ url }, await requestToken({ url }, 'editor'));
  const { body: documents } = await editor<{ results: { documentId: string }[] }>(
    'GET',
    `/content-manager/collection-types/${DOCUMENT}?pageSize=1`
  );
  const { body } = await editor<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType: DOCUMENT, documentId: documents.results[0]!.documentId, ...rules },
  });
  return `${url}/share/${body.data.url!.split('/share/')[1]}`;
}
