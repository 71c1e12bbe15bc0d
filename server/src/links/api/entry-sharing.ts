import type { Core } from '@strapi/strapi';

import type { EntrySharing, Refusal } from '../../../../contracts/entries';
import { canEncrypt } from '../../core/encryption';
import { Refused, refuse } from '../../core/errors';
import { permittedPaths, refusalToShare } from '../../rights/permitted-fields';
import { localesOf } from '../../rights/permitted-link';
import type { EntryDocument, Rights } from '../../rights/rights';
import { findEntry, loadTarget } from '../../rights/target';
import type { Target } from '../../rights/target';
import { getSettings, sitePause } from '../../settings/service';
import { refusalByPolicy } from '../../share-policy/refusal';
import { describePolicy } from '../../share-policy/service';
import { whereTarget } from '../changes/create';
import { childrenOf, otherLocales } from '../rules/children-and-locales';
import type { EntryVersions } from '../rules/exposed-paths';
import { describeExposure } from '../rules/exposure';
import { linkAccess } from '../rules/link-access';
import { missingFields } from '../rules/shapes';
import { standings } from '../rules/standings';
import { entryOpeners } from './entry-openers';
import { linkRows } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import { liveWhere } from '../store/live-links';
import { serializeLink } from './serialize';

/** The panel of an entry gets no more links than this. */
const PANEL_LINKS = 500;

interface EntryAddress {
  contentType: string;
  documentId: string;
  locale?: string | null;
}

const unseen = ({ giver }: Rights): Refusal => ({
  code: 'not-allowed',
  message: `${giver} does not show you links`,
});

const NO_FIELD: Refusal = {
  code: 'field-not-shareable',
  message: 'There is no field of this entry that you may share',
};

/**
 * Everything that the side panel of an entry shows, as far as the person may see it.
 *
 * @throws Refused `not-found`, or `not-allowed` for those who may not open the entry
 */
export async function entrySharing(
  strapi: Core.Strapi,
  entry: EntryAddress,
  rights: Rights
): Promise<EntrySharing> {
  const rows = linkRows(strapi);
  const access = linkAccess(strapi);
  const settings = await getSettings(strapi);
  const target = await loadTarget(strapi, entry).catch(asNotFound);
  if (!rights.readsEntry(target.uid, target.entry)) {
    refuse('not-allowed', rights.whyNot('read', target.uid));
  }

  const whereLive = { $and: [whereTarget(target), liveWhere(new Date())] };
  const live = await rows.find(whereLive, { limit: PANEL_LINKS });
  const isTitleReadable =
    !target.titleField || rights.readsField(target.uid, target.entry, target.titleField);
  const refusal =
    refusalToShare(rights, settings, target) ?? (await refusalByPolicy(strapi, settings, target));
  const setPolicy = refusalToShare(rights, settings, target) === null;
  const permitted = refusal ? [] : await permittedPaths(strapi, rights, settings, target);
  const manage = rights.sharesEntry(target.uid, target.entry);
  const see = manage || rights.readsAllLinks;
  const seen = live.filter((row) => see || access.isMaker(row, rights));
  const entries = await versionsOf(strapi, target, seen);
  const standingOf = await standings(strapi, settings, live);
  const { defaultExpiry, maxExpiryDays, allowNever, passwordRequired, passwordMinLength } =
    settings;

  return {
    contentType: target.uid,
    documentId: target.documentId,
    locale: target.locale,
    title: isTitleReadable ? target.title : target.model.info.displayName,
    mode: settings.contentTypes[target.uid]?.mode ?? 'multiple',
    versions: { draftAndPublish: target.draftAndPublish, published: target.published },
    counts: {
      live: await rows.count(whereLive),
      total: await rows.count(whereTarget(target)),
    },
    openers: await entryOpeners(strapi, settings, target, rights),
    visits: see ? await rows.totalsOf(target.uid, target.documentId, target.locale) : null,
    links: seen.map((row) =>
      serializeLink(
        row,
        access.addressFor(row, rights, entries, settings),
        isTitleReadable ? target.title : null,
        missingFields(strapi, row),
        standingOf(row)
      )
    ),
    can: {
      see,
      create: !refusal && permitted.length > 0,
      manage,
      reveal: rights.reveals,
      setPolicy,
    },
    reasons: {
      see: see ? null : unseen(rights),
      create: refusal ?? (permitted.length > 0 ? null : NO_FIELD),
    },
    exposure: await describeExposure(strapi, settings, target, permitted),
    limits: { defaultExpiry, maxExpiryDays, allowNever, passwordRequired, passwordMinLength },
    policy: await describePolicy(strapi, settings, target, rights),
    children: await childrenOf(strapi, settings, rights, target),
    otherLocales: await otherLocales(strapi, settings, rights, target),
    sitePaused: await sitePause(strapi, settings),
    addressesKept: canEncrypt(strapi),
  };
}

/** The entry in all languages that its links open. Loads each version once. */
async function versionsOf(
  strapi: Core.Strapi,
  target: Target,
  links: LinkRow[]
): Promise<EntryVersions> {
  const versions = new Map([[target.locale, target.entry as EntryDocument | null]]);
  for (const locale of links.flatMap(localesOf)) {
    if (versions.has(locale)) continue;
    const version = await findEntry(strapi, target.uid, target.documentId, locale, 'draft');
    versions.set(locale, version);
  }
  return versions;
}

/** Bad input in an address means that the page does not exist. */
function asNotFound(error: unknown): never {
  if (error instanceof Refused && error.status === 400) refuse('not-found', error.message);
  throw error;
}
