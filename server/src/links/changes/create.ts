import type { Core } from '@strapi/strapi';
import type { z } from '@strapi/utils';

import { createLinkSchema } from '../../../../contracts/link-schemas';
import type { Settings } from '../../../../contracts/settings';
import { databaseError, violates, isUniqueViolation } from '../../core/database-errors';
import { encrypt } from '../../core/encryption';
import { refuse } from '../../core/errors';
import { validate } from '../../core/validation';
import { makerKeys } from '../../rights/maker-keys';
import type { Rights } from '../../rights/rights';
import type { Target } from '../../rights/target';
import { getSettings } from '../../settings/service';
import { recheckSavedPassword } from '../jobs/saved-passwords';
import { plannedContent, plannedTarget, targetColumns } from '../rules/planned-link';
import { ruleColumns } from '../rules/rule-columns';
import { countGuesses } from '../rules/slug-guesses';
import { refuseOthers, refuseTaken, reserveSlug } from '../rules/slugs';
import { snapshotContent } from '../rules/snapshot';
import { isLive, singleKey, stateOf } from '../rules/state';
import { hashToken, hintOf, mintToken } from '../rules/token';
import { linkRows } from '../store/link-rows';
import type { LinkData, LinkRow } from '../store/link-schema';
import { recordEvent } from '../store/timeline';
import { emitLinkEvent } from './events';

type Asked = z.infer<typeof createLinkSchema>;

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
export function createLink(strapi: Core.Strapi, input: unknown, rights: Rights): Promise<NewLink> {
  return asked(strapi, input, rights, (settings, data) => makeLink(strapi, settings, data, rights));
}

/**
 * Checks everything that making this link checks, but makes none and reserves nothing. Returns the
 * input as it was understood. Refuses like `createLink`.
 */
export function checkNewLink(strapi: Core.Strapi, input: unknown, rights: Rights): Promise<Asked> {
  return asked(strapi, input, rights, async (settings, data) => {
    const planned = await plannedTarget(strapi, settings, data, rights);
    await ruleColumns(strapi, settings, data, null, new Date());
    const { target } = planned;
    if (isSingle(settings, target)) await endedInTheWay(strapi, target);
    if (data.slug) {
      await refuseOthers(strapi, data.slug, targetColumns(target));
      if (await linkRows(strapi).byAddress({ slug: data.slug })) refuseTaken();
    }
    await plannedContent(strapi, settings, planned, data, rights);
    return data;
  });
}

async function asked<T>(
  strapi: Core.Strapi,
  input: unknown,
  rights: Rights,
  work: (settings: Settings, data: Asked) => Promise<T>
): Promise<T> {
  const data = validate(createLinkSchema, input);
  const settings = await getSettings(strapi);
  const start = () => work(settings, data);
  return data.slug ? countGuesses(strapi, settings, rights, start) : start();
}

async function makeLink(
  strapi: Core.Strapi,
  settings: Settings,
  data: Asked,
  rights: Rights
): Promise<NewLink> {
  const planned = await plannedTarget(strapi, settings, data, rights);
  const rules = await ruleColumns(strapi, settings, data, null, new Date());
  const { target } = planned;
  const entry = targetColumns(target);
  if (isSingle(settings, target)) await makeRoom(strapi, target);
  if (rules.slug) await reserveSlug(strapi, rules.slug, entry);

  const content = await plannedContent(strapi, settings, planned, data, rights);
  const token = mintToken();
  const columns: LinkData = {
    ...rules,
    ...content,
    tokenHash: hashToken(token),
    tokenCipher: encrypt(strapi, token),
    tokenHint: hintOf(token),
    singleKey: isSingle(settings, target) ? singleKey(entry) : null,
    level: 'view',
    frozen: content.shows === 'frozen' ? await snapshotContent(strapi, settings, content) : null,
    entryTitle: target.title,
    viewCount: 0,
    viewerCount: 0,
    isFull: false,
    sharedById: rights.actor.id,
    sharedByName: rights.actor.name,
    ...(await makerKeys(strapi, rights.actor.id)),
  };
  const row = await insert(strapi, columns, rights);
  if (row.passwordCipher) await recheckSavedPassword(strapi, row.id);
  await emitLinkEvent(strapi, 'share-link.create', row, rights.actor);
  return { row, token };
}

function isSingle(settings: Settings, { uid }: Target): boolean {
  return settings.contentTypes[uid]?.mode === 'single';
}

/** In single mode, refuses if a live link exists. A link that has ended gives up its place. */
async function makeRoom(strapi: Core.Strapi, target: Target): Promise<void> {
  // The condition on `updatedAt` lets a link keep its place if somebody revives it now.
  for (const { id, updatedAt } of await endedInTheWay(strapi, target)) {
    await linkRows(strapi).changeIf({ id, updatedAt }, { singleKey: null });
  }
}

/** The links of the entry that have ended but keep its only place. Refuses if one is live. */
async function endedInTheWay(strapi: Core.Strapi, target: Target): Promise<LinkRow[]> {
  const now = new Date();
  const rows = await linkRows(strapi).find(whereTarget(target, { revokedAt: null }));
  if (rows.some((row) => isLive(stateOf(row, now)))) refuseSecond();
  return rows.filter((row) => row.singleKey);
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
  return { ...targetColumns(target), ...more };
}

function refuseSecond(): never {
  refuse('link-exists', 'A public link already exists for this entry');
}
