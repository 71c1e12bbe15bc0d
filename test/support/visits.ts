import { expect } from 'vitest';

import type { VisitList } from '../../contracts/visits';
import type { App } from './app';
import { login } from './client';
import { send } from './http';
import type { Reply } from './http';

export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
export const SLACK = 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)';

/** Opens the page of a link as a person does, without a cookie. */
export function openLink(
  app: App,
  token: string,
  headers: Record<string, string> = {}
): Promise<Reply> {
  return send(`${app.url}/share/${token}`, { headers: { 'User-Agent': FIREFOX, ...headers } });
}

/** Sends the form of a locked page. */
export function unlockLink(
  app: App,
  token: string,
  password: string,
  headers: Record<string, string> = {}
): Promise<Reply> {
  return send(`${app.url}/share/${token}/unlock`, {
    method: 'POST',
    headers: { 'User-Agent': FIREFOX, ...headers },
    body: new URLSearchParams({ password }),
  });
}

/** Writes the visits of all answers so far, as the app itself does every second. */
export async function writeVisits(app: App): Promise<void> {
  // A visit is recorded when its answer is closed, a moment after the answer has arrived.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await app.strapi.plugin('share-links').service('visits').flush();
}

/** The visits of a link, when at least this many are written. */
export async function visitsOf(app: App, linkId: number, count: number): Promise<VisitList> {
  const admin = await login(app, 'admin');
  const read = async () =>
    (await admin<VisitList>('GET', `/share-links/links/${linkId}/visits`)).body;
  await expect
    .poll(async () => (await read()).meta.pagination.total, { timeout: 5000 })
    .toBeGreaterThanOrEqual(count);
  return read();
}

/** The column by which rows of other tables name a link. */
export async function nameOfLink(
  app: Pick<App, 'strapi'>,
  linkId: number
): Promise<{ link_document_id: string }> {
  const links = app.strapi.db.connection('share_links');
  const row = (await links.where({ id: linkId }).first('document_id')) as { document_id: string };
  return { link_document_id: row.document_id };
}

/** Inserts rows into the table of days. */
export async function insertDays(app: App, linkId: number, rows: object[]): Promise<void> {
  const names = ['opened', 'visitors', 'locked', 'unlocked', 'wrong_password', 'refused'];
  const none = [...names, 'limited', 'downloaded', 'searched', 'robots'].map((name) => [name, 0]);
  const link = await nameOfLink(app, linkId);
  const days = rows.map((row) => ({
    ...link,
    ...Object.fromEntries(none as [string, number][]),
    ...row,
  }));
  await app.strapi.db.connection.batchInsert('share_link_visit_days', days, 50);
}

/** Inserts rows into the table of visits, without changing any count. */
export async function insertVisits(app: App, linkId: number, rows: object[]): Promise<void> {
  const link = await nameOfLink(app, linkId);
  const visits = rows.map((row) => ({
    ...link,
    at: new Date(),
    outcome: 'opened',
    reason: null,
    browser: 'Firefox',
    referrer: null,
    is_returning: false,
    is_robot: false,
    ...row,
  }));
  await app.strapi.db.connection.batchInsert('share_link_visits', visits, 50);
}
