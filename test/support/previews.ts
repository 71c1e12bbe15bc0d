import { expect } from 'vitest';

import type { Preview } from '../../contracts/previews';
import type { App } from './app';
import type { Client } from './client';
import { cookieOf, send } from './http';
import type { Reply, Sending } from './http';

/** A preview, as the browser has it that asked for it. */
export interface OpenPreview {
  path: string;
  cookie: string;
  expiresAt: string;
  /** Asks for the preview, or for something below it, with the cookie. */
  get(below?: string, sending?: Sending): Promise<Reply>;
}

/** Asks the panel's API for a preview: of a link by its id, or of rules. */
export async function previewBy(
  app: App,
  client: Client,
  what: number | Record<string, unknown>
): Promise<OpenPreview> {
  const answer =
    typeof what === 'number'
      ? await client<{ data: Preview }>('POST', `/share-links/links/${what}/preview`)
      : await client<{ data: Preview }>('POST', '/share-links/previews', { data: what });
  expect(answer.status, answer.text).toBe(200);
  const { url: path, expiresAt } = answer.body.data;
  const cookie = cookieOf(answer);
  return {
    path,
    cookie,
    expiresAt,
    get: (below = '', { headers, ...sending } = {}) =>
      send(app.url + path + below, { ...sending, headers: { Cookie: cookie, ...headers } }),
  };
}

/** The page of a preview without what only a preview has: its bar, and the ticket in addresses. */
export function withoutPreview(html: string, path: string): string {
  return html
    .replace(/<style>\.preview-bar.*?<\/style>/, '')
    .replace(/<aside class="preview-bar".*?<\/aside>/, '')
    .replaceAll(path, '/share/…')
    .replace(/ data-tag="[^"]*"/, '');
}

/** A visitor's page, in the same form. */
export const asVisited = (html: string, token: string): string =>
  html.replaceAll(`/share/${token}`, '/share/…').replace(/ data-tag="[^"]*"/, '');

/** The words of the bar above a preview. */
export const barOf = (html: string): string =>
  (/<aside class="preview-bar"[^>]*>(.*?)<\/aside>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '');
