import type { Core } from '@strapi/strapi';
import type { z } from '@strapi/utils';

import type { createLinkSchema } from '../../../../contracts/link-schemas';
import type { LinkShows } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { refuse } from '../../core/errors';
import {
  choosePaths,
  defaultShows,
  permittedPaths,
  refusalToShare,
} from '../../rights/permitted-fields';
import type { Rights } from '../../rights/rights';
import { loadTarget, modelOf } from '../../rights/target';
import type { Target } from '../../rights/target';
import { refusalByPolicy } from '../../share-policy/refusal';
import type { LinkRow } from '../store/link-schema';
import { childrenAndLocales } from './children-and-locales';
import { shapesOf } from './shapes';

type Asked = z.infer<typeof createLinkSchema>;

/** What a new link is asked to show. */
export type AskedContent = Pick<
  Asked,
  'contentType' | 'documentId' | 'locale' | 'shows' | 'fields' | 'includeChildren' | 'locales'
>;

/** The entry of a new link, and the fields that its maker may and wants to show. */
export interface PlannedTarget {
  target: Target;
  fields: string[];
}

/** The columns that decide what a new link shows. */
export type PlannedContent = Pick<
  LinkRow,
  | 'contentType'
  | 'entryDocumentId'
  | 'entryLocale'
  | 'extraLocales'
  | 'shows'
  | 'fields'
  | 'includeChildren'
  | 'childFields'
  | 'shapes'
>;

/**
 * The entry and the fields of a new link, if the person may share them.
 *
 * @throws Refused `invalid`, `type-not-shareable`, `not-allowed`, `not-owner` or
 *   `field-not-shareable`
 */
export async function plannedTarget(
  strapi: Core.Strapi,
  settings: Settings,
  asked: AskedContent,
  rights: Rights
): Promise<PlannedTarget> {
  const { uid } = modelOf(strapi, asked.contentType);
  refuseType(settings, rights, uid);
  const target = await loadTarget(strapi, asked);
  const refusal =
    refusalToShare(rights, settings, target) ?? (await refusalByPolicy(strapi, settings, target));
  if (refusal) refuse(refusal.code, refusal.message);
  const permitted = await permittedPaths(strapi, rights, settings, target);
  return { target, fields: choosePaths(strapi, target.model, permitted, asked.fields) };
}

/**
 * What a new link will show of its entry and besides it.
 *
 * @throws Refused that names `includeChildren` or `locales`
 */
export async function plannedContent(
  strapi: Core.Strapi,
  settings: Settings,
  { target, fields }: PlannedTarget,
  asked: AskedContent,
  rights: Rights
): Promise<PlannedContent> {
  const entry = targetColumns(target);
  const shows = versionOf(target, asked.shows);
  const link = { fields, shows };
  const reach = await childrenAndLocales(strapi, settings, rights, target, link, asked);
  const { childFields } = reach;
  const shapes = shapesOf(strapi, { ...entry, fields, childFields });
  return { ...entry, ...link, ...reach, shapes };
}

/** The entry of a link, as its row names it. */
export function targetColumns({ uid, documentId, locale }: Target) {
  return { contentType: uid, entryDocumentId: documentId, entryLocale: locale };
}

function refuseType(settings: Settings, rights: Rights, uid: string): void {
  if (!settings.contentTypes[uid]?.enabled) {
    refuse('type-not-shareable', 'Entries of this type can’t be shared');
  }
  if (!rights.sharesType(uid)) {
    refuse('not-allowed', rights.whyNot('share', uid));
  }
}

function versionOf(target: Target, wanted: LinkShows | undefined): LinkShows {
  if (wanted === 'frozen') return wanted;
  return target.draftAndPublish ? (wanted ?? defaultShows(target)) : 'published';
}
