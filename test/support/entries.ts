import type { UID } from '@strapi/strapi';

import type { App } from './app';

export const PROJECT = 'api::project.project' as UID.ContentType;
export const PAGE = 'api::page.page' as UID.ContentType;
export const DOCUMENT = 'api::document.document' as UID.ContentType;
export const DASHBOARD = 'api::dashboard.dashboard' as UID.ContentType;
export const HOMEPAGE = 'api::homepage.homepage' as UID.ContentType;

export interface Entry {
  documentId: string;
  title: string;
}

type Data = Record<string, unknown>;

/** Creates an entry like the content manager does: with its creator. */
export async function createEntry(
  app: App,
  uid: UID.ContentType,
  data: Data,
  options: { by?: string; publish?: boolean; locale?: string } = {}
): Promise<Entry> {
  const creator = await userId(app, options.by ?? 'editor');
  const entry = await app.strapi.documents(uid).create({
    data: { ...data, createdBy: creator, updatedBy: creator } as never,
    ...(options.locale ? { locale: options.locale } : {}),
    ...(options.publish === false ? {} : { status: 'published' as const }),
  });
  return entry as unknown as Entry;
}

export async function userId(app: App, name: string): Promise<number> {
  const user = await app.strapi.db
    .query('admin::user')
    .findOne({ where: { email: `${name}@example.com` } });
  return (user as { id: number }).id;
}

/** An entry from the demo content. */
export async function demoEntry(app: App, uid: UID.ContentType, title: string): Promise<Entry> {
  const entry = await app.strapi.documents(uid).findFirst({ filters: { title } as never });
  if (!entry) throw new Error(`The demo has no ${uid} "${title}"`);
  return entry as unknown as Entry;
}

let counter = 0;

/** A project that no test has shared yet. */
export function newProject(app: App, by = 'editor', data: Data = {}): Promise<Entry> {
  counter += 1;
  return createEntry(app, PROJECT, { title: `Test project ${counter}`, ...data }, { by });
}

/** A document, which may have several links. */
export function newDocument(app: App, by = 'editor', data: Data = {}): Promise<Entry> {
  counter += 1;
  return createEntry(app, DOCUMENT, { title: `Test document ${counter}`, ...data }, { by });
}
