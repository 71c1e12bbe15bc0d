import type { Core, UID } from '@strapi/strapi';

import type { LinkRulesInput } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { childTree, childTypes } from '../../content/children';
import type { ChildNode } from '../../content/children';
import { Refused, refuse, refuseField } from '../../core/errors';
import {
  defaultShows,
  permittedPaths,
  permittedTypePaths,
  refusalToShare,
} from '../../rights/permitted-fields';
import type { Rights } from '../../rights/rights';
import { findEntry, loadTarget } from '../../rights/target';
import type { Target } from '../../rights/target';
import type { LinkRow } from '../store/link-schema';

type Reach = Pick<LinkRulesInput, 'includeChildren' | 'locales'>;
type ReachColumns = Pick<LinkRow, 'includeChildren' | 'childFields' | 'extraLocales'>;

/**
 * What a link opens besides its entry: the entries below and its other languages. This depends on
 * the rights of the person who asks for it, and is stored like the fields.
 *
 * @throws Refused that names `includeChildren` or `locales`
 */
export async function childrenAndLocales(
  strapi: Core.Strapi,
  settings: Settings,
  rights: Rights,
  target: Target,
  link: Pick<LinkRow, 'fields' | 'shows'>,
  { includeChildren = false, locales = [] }: Reach
): Promise<ReachColumns> {
  if (link.shows === 'frozen' && includeChildren) {
    refuseField(
      'includeChildren',
      'A link with frozen content keeps one entry, not those below it'
    );
  }
  if (link.shows === 'frozen' && locales.length > 0) {
    refuseField('locales', 'A link with frozen content keeps one language');
  }
  const others = [...new Set(locales)].filter((locale) => locale !== target.locale);
  for (const locale of others) await checkLocale(strapi, settings, rights, target, link, locale);
  return {
    includeChildren,
    childFields: includeChildren
      ? await childFieldsFor(strapi, settings, rights, target, link.fields, others)
      : null,
    extraLocales: others,
  };
}

async function checkLocale(
  strapi: Core.Strapi,
  settings: Settings,
  rights: Rights,
  target: Target,
  link: Pick<LinkRow, 'fields' | 'shows'>,
  locale: string
): Promise<void> {
  if (!target.locale) refuseField('locales', 'Entries of this type have no languages');
  const other = await loadTarget(strapi, {
    contentType: target.uid,
    documentId: target.documentId,
    locale,
  }).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    return refuseField('locales', error.message);
  });
  const refusal = refusalToShare(rights, settings, other);
  if (refusal) refuseField('locales', `${locale}: ${refusal.message}`, 'not-allowed');
  const permitted = await permittedPaths(strapi, rights, settings, other);
  const paths = new Set(permitted.map(({ path }) => path));
  if (!link.fields.every((path) => paths.has(path))) {
    refuseField('locales', `You may not share all of these fields in ${locale}`, 'not-allowed');
  }
}

async function childFieldsFor(
  strapi: Core.Strapi,
  settings: Settings,
  rights: Rights,
  target: Target,
  fields: string[],
  others: string[]
): Promise<Record<string, string[]>> {
  const types = childTypes(strapi, settings, target.uid);
  if (types.length === 0) {
    refuseField('includeChildren', 'The settings name no entries below those of this type');
  }
  if (settings.ownerOnly && rights.actor.id !== null) {
    refuse('not-owner', 'Only the creator of an entry may share it, so those below stay out');
  }
  const childFields: Record<string, string[]> = {};
  for (const uid of types) {
    const paths = await pathsInAll(strapi, settings, rights, uid, [target.locale, ...others]);
    // Chosen fields apply to every page of the entry's own type.
    const shown = uid === target.uid ? paths.filter((path) => fields.includes(path)) : paths;
    if (shown.length > 0) childFields[uid] = shown;
  }
  if (Object.keys(childFields).length === 0) {
    refuseField(
      'includeChildren',
      `${rights.giver} does not let you share every entry below this one`,
      'field-not-shareable'
    );
  }
  return childFields;
}

/** The paths that may be shared in every one of the languages. */
async function pathsInAll(
  strapi: Core.Strapi,
  settings: Settings,
  rights: Rights,
  uid: string,
  locales: (string | null)[]
): Promise<string[]> {
  let paths: string[] | null = null;
  for (const locale of locales) {
    const permitted = await permittedTypePaths(strapi, rights, settings, { uid, locale });
    const known = new Set(permitted.map(({ path }) => path));
    paths = paths ? paths.filter((path) => known.has(path)) : [...known];
  }
  return paths ?? [];
}

/** Whether a link of this person can open entries below, and how many there are now. */
export async function childrenOf(
  strapi: Core.Strapi,
  settings: Settings,
  rights: Rights,
  target: Target
): Promise<{ available: boolean; count: number }> {
  const none = { available: false, count: 0 };
  const permitted = await permittedPaths(strapi, rights, settings, target);
  const fields = permitted.map(({ path }) => path);
  const childFields = await childFieldsFor(strapi, settings, rights, target, fields, []).catch(
    (error: unknown) => {
      if (error instanceof Refused) return null;
      throw error;
    }
  );
  if (!childFields) return none;
  const tree = await childTree(strapi, settings, {
    uid: target.uid,
    documentId: target.documentId,
    locale: target.locale,
    shows: defaultShows(target),
    childFields,
  });
  return { available: true, count: sizeOf(tree) };
}

function sizeOf(nodes: ChildNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + sizeOf(node.children), 0);
}

/** The other languages in which the entry exists and the person may share it. */
export async function otherLocales(
  strapi: Core.Strapi,
  settings: Settings,
  rights: Rights,
  target: Target
): Promise<{ code: string; name: string }[]> {
  if (!target.locale) return [];
  const rows = (await strapi.db.query(target.uid as UID.ContentType).findMany({
    where: { documentId: target.documentId },
    select: ['locale'],
  } as never)) as { locale: string | null }[];
  const codes = [...new Set(rows.map(({ locale }) => locale))].filter(
    (code): code is string => code !== null && code !== target.locale
  );
  const service = strapi.plugin('i18n').service('locales') as {
    findByCode(code: string): Promise<{ name: string } | null>;
  };
  const found: { code: string; name: string }[] = [];
  for (const code of codes.sort()) {
    const entry = await findEntry(strapi, target.uid, target.documentId, code, 'draft');
    if (!entry || refusalToShare(rights, settings, { ...target, entry })) continue;
    found.push({ code, name: (await service.findByCode(code))?.name ?? code });
  }
  return found;
}
