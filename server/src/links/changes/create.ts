import type { Core } from '@strapi/strapi';

import { createLinkSchema } from '../../../../contracts/link-schemas';
import type { LinkShows } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { databaseError, violates, isUniqueViolation } from '../../core/database-errors';
import { encrypt } from '../../core/encryption';
import { refuse } from '../../core/errors';
import { validate } from '../../core/validation';
import { makerKeys } from '../../rights/maker-keys';
import {
  choosePaths,
  defaultShows,
  permittedPaths,
  refusalToShare,
} from '../../rights/permitted-fields';
import type { Rights } from '../../rights/rights';
import { loadTarget, modelOf } from '../../rights/target';
import type { Target } from '../../rights/target';
import { getSettings } from '../../settings/service';
import { refusalByPolicy } from '../../share-policy/refusal';
import { recheckSavedPassword } from '../jobs/saved-passwords';
import { childrenAndLocales } from '../rules/children-and-locales';
import { ruleColumns } from '../rules/rule-columns';
import { shapesOf } from '../rules/shapes';
import { countGuesses } from '../rules/slug-guesses';
import { refuseTaken, reserveSlug } from '../rules/slugs';
import { snapshotContent } from '../rules/snapshot';
import { isLive, singleKey, stateOf } from '../rules/state';
import { hashToken, hintOf, mintToken } from '../rules/token';
import { linkRows } from '../store/link-rows';
import type { LinkData, LinkRow } from '../store/link-schema';
import { recordEvent } from '../store/timeline';
import { emitLinkEvent } from './events';

/** A new link, with its token in plain text. Nobody can read the token later. */
export interface NewLink {
  row: LinkRow;
  token: string;
}

/**
 * Makes a link if the person may share the entry. It shows what they may both read and share.
 *
 * @throws Refused `invalid`, `type-not-shareable`, `not-allowed`, `not-owner`,
 *   `field-not-shareable`, `slug-taken`, `too-many-attempts` after many of these or, for a second
 *   live link in single mode, `link-exists`
 */
export async function createLink(
  strapi: Core.Strapi,
  input: unknown,
  rights: Rights
): Promise<NewLink> {
  const data = validate(createLinkSchema, input);
  const settings = await getSettings(strapi);
  const make = () => makeLink(strapi, settings, data, rights);
  return data.slug ? countGuesses(strapi, settings, rights, make) : make();
}

async function makeLink(
  strapi: Core.Strapi,
  settings: Settings,
  data: ReturnType<typeof createLinkSchema.parse>,
  rights: Rights
): Promise<NewLink> {
  const { uid } = modelOf(strapi, data.contentType);
  refuseType(settings, rights, uid);

  const target = await loadTarget(strapi, data);
  const refusal =
    refusalToShare(rights, settings, target) ?? (await refusalByPolicy(strapi, settings, target));
  if (refusal) refuse(refusal.code, refusal.message);

  const permitted = await permittedPaths(strapi, rights, settings, target);
  const fields = choosePaths(strapi, target.model, permitted, data.fields);
  const rules = await ruleColumns(strapi, settings, data, null, new Date());
  const entry = {
    contentType: uid,
    entryDocumentId: target.documentId,
    entryLocale: target.locale,
  };
  const isSingle = settings.contentTypes[uid]?.mode === 'single';
  if (isSingle) await makeRoom(strapi, target);
  if (rules.slug) await reserveSlug(strapi, rules.slug, entry);

  const shows = versionOf(target, data.shows);
  const reach = await childrenAndLocales(strapi, settings, rights, target, { fields, shows }, data);
  const token = mintToken();
  const columns: LinkData = {
    ...rules,
    ...entry,
    tokenHash: hashToken(token),
    tokenCipher: encrypt(strapi, token),
    tokenHint: hintOf(token),
    singleKey: isSingle ? singleKey(entry) : null,
    level: 'view',
    shows,
    frozen:
      shows === 'frozen' ? await snapshotContent(strapi, settings, { ...entry, fields }) : null,
    entryTitle: target.title,
    fields,
    viewCount: 0,
    viewerCount: 0,
    isFull: false,
    ...reach,
    shapes: shapesOf(strapi, { ...entry, fields, childFields: reach.childFields }),
    sharedById: rights.actor.id,
    sharedByName: rights.actor.name,
    ...(await makerKeys(strapi, rights.actor.id)),
  };
  const row = await insert(strapi, columns, rights);
  if (row.passwordCipher) await recheckSavedPassword(strapi, row.id);
  await emitLinkEvent(strapi, 'share-link.create', row, rights.actor);
  return { row, token };
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

/** In single mode, refuses if a live link exists. A link that has ended gives up its place. */
async function makeRoom(strapi: Core.Strapi, target: Target): Promise<void> {
  const rows = linkRows(strapi);
  const now = new Date();
  for (const row of await rows.find(whereTarget(target, { revokedAt: null }))) {
    if (isLive(stateOf(row, now))) refuseSecond();
    // The condition on `updatedAt` lets a link keep its place if somebody revives it now.
    const { id, updatedAt } = row;
    if (row.singleKey) await rows.changeIf({ id, updatedAt }, { singleKey: null });
  }
}

async function insert(strapi: Core.Strapi, columns: LinkData, rights: Rights): Promise<LinkRow> {
  try {
    return await strapi.db.transaction(async () => {
      const row = await linkRows(strapi).insert(columns);
      await recordEvent(strapi, row, 'create', rights.actor);
      return row;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw databaseError(error);
    if (violates(error, 'slug')) refuseTaken();
    return refuseSecond();
  }
}

export function whereTarget(target: Target, more: object = {}) {
  return {
    contentType: target.uid,
    entryDocumentId: target.documentId,
    entryLocale: target.locale,
    ...more,
  };
}

function refuseSecond(): never {
  refuse('link-exists', 'A public link already exists for this entry');
}
