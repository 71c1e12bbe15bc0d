import type { Core, Schema } from '@strapi/strapi';

import type { Refusal } from '../../../contracts/entries';
import type { LinkShows } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { Refused, refuseField } from '../core/errors';
import { titleField } from '../schema/entry-title';
import {
  UNTITLED,
  USER_TYPES,
  permissionOf,
  plainPath,
  relationPath,
  settingOf,
  shareablePaths,
} from '../schema/paths';
import type { ShareablePath } from '../schema/paths';
import type { Rights } from './rights';
import type { Target } from './target';

/** The reason why this person may not share this entry now. Returns null if they may. */
export function refusalToShare(rights: Rights, settings: Settings, target: Target): Refusal | null {
  if (!settings.contentTypes[target.uid]?.enabled) {
    return { code: 'type-not-shareable', message: 'Entries of this type can’t be shared' };
  }
  if (!rights.sharesType(target.uid)) {
    return { code: 'not-allowed', message: rights.whyNot('share', target.uid) };
  }
  if (!rights.sharesEntry(target.uid, target.entry)) {
    return {
      code: 'not-owner',
      message: `${rights.giver} lets you share only some entries of this type, such as your own`,
    };
  }
  if (settings.ownerOnly && !rights.owns(target.entry)) {
    return { code: 'not-owner', message: 'Only the creator of an entry may share it' };
  }
  return null;
}

/** A content type, and one language if it has several. */
type Type = Pick<Target, 'uid' | 'locale'>;

/** The paths that the person may both read and share. A link shows nothing else. */
export async function permittedPaths(
  strapi: Core.Strapi,
  rights: Rights,
  settings: Settings,
  target: Target
): Promise<ShareablePath[]> {
  const mayShare = (path: string) => rights.sharesField(target.uid, target.entry, path);
  return pathsOf(strapi, rights, settings, target, mayShare);
}

/** The same paths for entries that are not loaded: those that hold for every entry of the type. */
export async function permittedTypePaths(
  strapi: Core.Strapi,
  rights: Rights,
  settings: Settings,
  type: Type
): Promise<ShareablePath[]> {
  if (!settings.contentTypes[type.uid]?.enabled) return [];
  const mayShare = (path: string) => rights.sharesTypeField(type.uid, path, type.locale);
  return pathsOf(strapi, rights, settings, type, mayShare);
}

async function pathsOf(
  strapi: Core.Strapi,
  rights: Rights,
  settings: Settings,
  { uid, locale }: Type,
  mayShare: (path: string) => boolean
): Promise<ShareablePath[]> {
  const permitted: ShareablePath[] = [];
  for (const candidate of shareablePaths(strapi, uid)) {
    if (!mayShare(permissionOf(candidate.path))) continue;
    const depth = settings.contentTypes[uid]?.relations[settingOf(candidate.path)] ?? 0;
    const found = await withRelated(strapi, rights, settings, candidate, locale, depth);
    permitted.push(...found);
  }
  return permitted;
}

/**
 * Related entries belong to their own type, which has its own rights. The path stores that type and
 * its title attribute, so that a later setting opens nothing more. Their other attributes go as
 * deep as the site follows the relation. `mayKeepSharing` checks the same rights for existing
 * links.
 */
async function withRelated(
  strapi: Core.Strapi,
  rights: Rights,
  settings: Settings,
  candidate: ShareablePath,
  locale: string | null,
  depth: number
): Promise<ShareablePath[]> {
  if (candidate.attribute.type !== 'relation') return [candidate];
  const { target, inversedBy, mappedBy } = candidate.attribute as {
    target: string;
    inversedBy?: string;
    mappedBy?: string;
  };
  if (USER_TYPES.includes(target)) return [candidate];
  const type = settings.contentTypes[target];
  if (!type?.enabled || type.level === 'off') return [];
  const title = (await titleField(strapi, target)) ?? UNTITLED;
  if (!rights.readsTypeField(target, title, locale)) return [];

  const path = relationPath(candidate.path, title, target);
  const found = [{ ...candidate, path }];
  if (depth < 1) return found;
  for (const nested of shareablePaths(strapi, target)) {
    // The inverse relation leads back to the entry itself.
    if ([title, inversedBy, mappedBy].includes(nested.path)) continue;
    if (!rights.sharesTypeField(target, permissionOf(nested.path), locale)) continue;
    const own = type.relations[settingOf(nested.path)] ?? 0;
    const further = await withRelated(
      strapi,
      rights,
      settings,
      { ...nested, path: `${path}.${nested.path}`, root: candidate.root },
      locale,
      Math.min(own, depth - 1)
    );
    found.push(...further);
  }
  return found;
}

/**
 * The paths of a new link: all permitted paths, or those that the request names. A name includes
 * everything below it, so `customer` means the whole component.
 *
 * @throws Refused `invalid` for names that the type does not have, `field-not-shareable` for names
 *   that the person may not share
 */
export function choosePaths(
  strapi: Core.Strapi,
  model: Schema.ContentType,
  permitted: ShareablePath[],
  named: string[] | undefined
): string[] {
  const known = named ? shareablePaths(strapi, model.uid) : [];
  for (const name of named ?? []) {
    if (under(permitted, name).length > 0) continue;
    if (under(known, name).length === 0) {
      refuseField('fields', `Unknown or private field: ${name}`);
    }
    refuseField('fields', `You may not share the field ${name}`, 'field-not-shareable');
  }
  const chosen = named ? named.flatMap((name) => under(permitted, name)) : permitted;
  if (chosen.length === 0) {
    throw new Refused('field-not-shareable', 'There is no field of this entry that you may share');
  }
  return [...new Set(chosen.map(({ path }) => path))];
}

function under(paths: ShareablePath[], name: string): ShareablePath[] {
  return paths.filter((candidate) => {
    const path = plainPath(candidate.path);
    return path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}(`);
  });
}

/**
 * The version that a link shows if its maker does not choose one: the published one, else the
 * draft.
 */
export function defaultShows(target: Target): Exclude<LinkShows, 'frozen'> {
  return target.published ? 'published' : 'draft';
}
