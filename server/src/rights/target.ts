import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import { refuseField } from '../core/errors';
import { makeTitle, titleField } from '../schema/entry-title';
import { isLocalized } from '../schema/localized';
import type { AnySchema } from '../schema/paths';
import type { EntryDocument } from './rights';

/** The entry to share, loaded with everything that a role's condition can check. */
export interface Target {
  uid: string;
  model: Schema.ContentType;
  documentId: string;
  /** Null for types without languages. */
  locale: string | null;
  entry: EntryDocument;
  title: string;
  /** The attribute that holds the title; null if it may not be shown. */
  titleField: string | null;
  draftAndPublish: boolean;
  published: boolean;
}

interface TargetInput {
  contentType: string;
  documentId: string;
  locale?: string | null;
}

/**
 * @throws Refused `invalid`, naming the field, if the type does not exist or belongs to a plugin
 */
export function modelOf(strapi: Core.Strapi, uid: string): Schema.ContentType {
  const known = uid.startsWith('api::') && Object.hasOwn(strapi.contentTypes, uid);
  if (!known) refuseField('contentType', `Unknown content type: ${uid}`);
  return strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType;
}

/**
 * Loads the entry of a request.
 *
 * @throws Refused `invalid`, naming the field, for an unknown type, an unsaved entry, or a locale
 *   that the site or the entry does not have
 */
export async function loadTarget(strapi: Core.Strapi, input: TargetInput): Promise<Target> {
  const model = modelOf(strapi, input.contentType);
  const locale = await localeOf(strapi, model, input.locale);
  const entry = await findEntry(strapi, model.uid, input.documentId, locale, 'draft');
  if (!entry) {
    if (locale && (await hasOtherLocale(strapi, model.uid, input.documentId))) {
      refuseField('locale', `This entry has no version in the locale ${locale} yet`);
    }
    refuseField('documentId', 'There is no such entry; save it before you share it');
  }

  const draftAndPublish = contentTypes.hasDraftAndPublish(model);
  const title = await titleField(strapi, model.uid);
  return {
    uid: model.uid,
    model,
    // The stored spelling counts: some databases also find a row by another spelling of its key.
    documentId: entry.documentId,
    locale: locale && (entry.locale ?? locale),
    entry,
    title: makeTitle({
      main: title && entry[title],
      typeName: model.info.displayName,
    }).slice(0, 255),
    titleField: title,
    draftAndPublish,
    published:
      !draftAndPublish ||
      Boolean(await findEntry(strapi, model.uid, input.documentId, locale, 'published', false)),
  };
}

/** The entry of an existing link. Returns null if it is gone. */
export async function findEntry(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  locale: string | null,
  status: 'draft' | 'published',
  populated = true
): Promise<EntryDocument | null> {
  if (!Object.hasOwn(strapi.contentTypes, uid)) return null;
  return (await strapi.documents(uid as UID.ContentType).findOne({
    documentId,
    status,
    ...(locale ? { locale } : {}),
    ...(populated ? { populate: conditionPopulate(strapi, uid) as never } : {}),
  })) as EntryDocument | null;
}

/** The drafts of several entries of a type, loaded for a check. Deleted entries are left out. */
export async function findEntries(
  strapi: Core.Strapi,
  uid: string,
  documentIds: string[],
  locale: string | null
): Promise<EntryDocument[]> {
  if (!Object.hasOwn(strapi.contentTypes, uid)) return [];
  return (await strapi.documents(uid as UID.ContentType).findMany({
    filters: { documentId: { $in: documentIds } } as never,
    status: 'draft',
    limit: documentIds.length,
    ...(locale ? { locale } : {}),
    populate: conditionPopulate(strapi, uid) as never,
  })) as unknown as EntryDocument[];
}

/** Components are nested no deeper than this. */
const MAX_DEPTH = 6;

/**
 * Loads everything in the entry itself, with private and hidden attributes: a role's condition can
 * use any of them, and would treat an unloaded one as missing.
 */
function conditionPopulate(strapi: Core.Strapi, uid: string): Record<string, unknown> {
  const model = strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType;
  return { ...ownContent(strapi, model, 0), createdBy: { populate: { roles: true } } };
}

function ownContent(
  strapi: Core.Strapi,
  schema: AnySchema,
  depth: number
): Record<string, unknown> {
  const component = (uid: string) => ({
    populate: ownContent(
      strapi,
      strapi.components[uid as UID.Component] as Schema.Component,
      depth + 1
    ),
  });
  const populate: Record<string, unknown> = {};
  if (depth > MAX_DEPTH) return populate;
  for (const [name, attribute] of Object.entries(schema.attributes as Record<string, Attribute>)) {
    if (attribute.type === 'component') {
      populate[name] = component(attribute.component);
    } else if (attribute.type === 'dynamiczone') {
      const on = attribute.components.map((uid: string) => [uid, component(uid)]);
      populate[name] = { on: Object.fromEntries(on) };
    } else if (attribute.type === 'media' || attribute.type === 'relation') {
      populate[name] = true;
    }
  }
  return populate;
}

type Attribute = Schema.Attribute.AnyAttribute;

async function localeOf(
  strapi: Core.Strapi,
  model: Schema.ContentType,
  wanted: string | null | undefined
): Promise<string | null> {
  const i18n = strapi.plugin('i18n');
  const locales = i18n?.service('locales') as
    | { getDefaultLocale(): Promise<string>; findByCode(code: string): Promise<object | null> }
    | undefined;

  if (wanted && !(await locales?.findByCode(wanted))) {
    refuseField('locale', `This site has no locale ${wanted}`);
  }
  if (!locales || !isLocalized(strapi, model.uid)) return null;
  return wanted || locales.getDefaultLocale();
}

async function hasOtherLocale(strapi: Core.Strapi, uid: UID.ContentType, documentId: string) {
  return (await strapi.db.query(uid).count({ where: { documentId } })) > 0;
}
