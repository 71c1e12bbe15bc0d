import type { Core, Schema } from '@strapi/strapi';

import type { Exposure, ExposedKind, Refusal } from '../../../contracts/entries';
import type { LinkShows } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { humanize, labelsOf, titleField } from '../content/labels';
import { USER_TYPES, permissionOf, shareablePaths } from '../content/paths';
import type { ShareablePath } from '../content/paths';
import { Refused, refuseField } from '../errors';
import type { Rights } from './rights';
import type { Target } from './target';

/** Why this person may not share this entry now; null when they may. */
export function refusalToShare(rights: Rights, settings: Settings, target: Target): Refusal | null {
  if (!settings.contentTypes[target.uid]?.enabled) {
    return { code: 'type-not-shareable', message: 'Entries of this type can’t be shared' };
  }
  if (!rights.sharesType(target.uid)) {
    return { code: 'not-allowed', message: 'Your role does not allow you to share entries' };
  }
  if (!rights.sharesEntry(target.uid, target.entry)) {
    return {
      code: 'not-owner',
      message: 'Your role lets you share only some entries of this type, such as your own',
    };
  }
  if (settings.ownerOnly && !rights.owns(target.entry)) {
    return { code: 'not-owner', message: 'Only the creator of an entry may share it' };
  }
  return null;
}

/** The paths that the person may both read and share, so that a link never shows more. */
export async function permittedPaths(
  strapi: Core.Strapi,
  rights: Rights,
  settings: Settings,
  target: Target
): Promise<ShareablePath[]> {
  const permitted: ShareablePath[] = [];
  for (const candidate of shareablePaths(strapi, target.uid)) {
    if (!rights.sharesField(target.uid, target.entry, permissionOf(candidate.path))) continue;
    const named = await withRelatedTitle(strapi, rights, settings, candidate);
    if (named) permitted.push(named);
  }
  return permitted;
}

/**
 * The titles of related entries are content of their own type, with rights of their own. Which
 * attribute is the title is fixed in the path, so that a later choice opens nothing more.
 */
async function withRelatedTitle(
  strapi: Core.Strapi,
  rights: Rights,
  settings: Settings,
  candidate: ShareablePath
): Promise<ShareablePath | null> {
  if (candidate.attribute.type !== 'relation') return candidate;
  const { target } = candidate.attribute as { target: string };
  if (USER_TYPES.includes(target)) return candidate;
  if (!settings.contentTypes[target]?.enabled) return null;
  const title = await titleField(strapi, target);
  if (!title || !rights.readsTypeField(target, title)) return null;
  return { ...candidate, path: `${candidate.path}(${title})` };
}

/**
 * The paths of a new link: all that are permitted, or those of them that the request names. A
 * name stands for everything below it, so `customer` means the whole component.
 *
 * @throws Refused `invalid` for names the type does not have, `field-not-shareable` for those that
 *   the person may not share
 */
export function choosePaths(
  strapi: Core.Strapi,
  model: Schema.ContentType,
  permitted: ShareablePath[],
  named: string[] | undefined
): string[] {
  const known = named ? shareablePaths(strapi, model.uid) : [];
  for (const name of named ?? []) {
    if (under(known, name).length === 0) {
      refuseField('fields', `Unknown or private field: ${name}`);
    }
    if (under(permitted, name).length === 0) {
      refuseField('fields', `You may not share the field ${name}`, 'field-not-shareable');
    }
  }
  const chosen = named ? named.flatMap((name) => under(permitted, name)) : permitted;
  if (chosen.length === 0) {
    throw new Refused('field-not-shareable', 'There is no field of this entry that you may share');
  }
  return [...new Set(chosen.map(({ path }) => path))];
}

function under(paths: ShareablePath[], name: string): ShareablePath[] {
  return paths.filter(
    ({ path }) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}(`)
  );
}

/** The version a link shows when its maker does not say: what is published, else the draft. */
export function defaultShows(target: Target): Exclude<LinkShows, 'frozen'> {
  return target.published ? 'published' : 'draft';
}

/** What a link made now would make public, in the words of the content manager. */
export async function describeExposure(
  strapi: Core.Strapi,
  target: Target,
  permitted: ShareablePath[]
): Promise<Exposure | null> {
  if (permitted.length === 0) return null;
  const { labelOf, order } = await labelsOf(strapi, target.model);
  const roots = [...new Set(permitted.map(({ root }) => root))].sort(
    (a, b) => rank(order, a) - rank(order, b)
  );
  const attributes = target.model.attributes as Record<string, { type: string }>;
  const labelsFor = (type: string): string[] => {
    const matching = permitted.filter(({ attribute }) => attribute.type === type);
    return [...new Set(matching.map((item) => nestedLabel(item, labelOf)))];
  };
  const medias = permitted.filter(({ attribute }) => attribute.type === 'media');

  return {
    shows: defaultShows(target),
    locale: target.locale,
    paths: permitted.map(({ path }) => path),
    fields: roots.map((name) => ({
      name,
      label: labelOf(name),
      kind: kindOf(attributes[name]?.type),
    })),
    relations: labelsFor('relation'),
    files: {
      labels: labelsFor('media'),
      count: medias.reduce((sum, { path }) => sum + countFiles(target.entry, path), 0),
    },
  };
}

function rank(order: string[], name: string): number {
  const index = order.indexOf(name);
  return index < 0 ? order.length : index;
}

function kindOf(type: string | undefined): ExposedKind {
  if (type === 'media' || type === 'relation') return type;
  return type === 'component' || type === 'dynamiczone' ? 'component' : 'text';
}

/** `customer.logo` → `Customer: Logo` */
function nestedLabel({ path, root }: ShareablePath, labelOf: (name: string) => string): string {
  const own = path.replace(/\([^)]*\)$/, '');
  if (own === root) return labelOf(root);
  return `${labelOf(root)}: ${humanize(own.split('.').at(-1) ?? own)}`;
}

function countFiles(entry: Record<string, unknown>, path: string): number {
  const segments = path.replace(/\([^)]*\)/g, '').split('.');
  let values: unknown[] = [entry];
  for (const segment of segments) {
    values = values.flatMap((value) => {
      const next = (value as Record<string, unknown> | null)?.[segment];
      return Array.isArray(next) ? (next as unknown[]) : next ? [next] : [];
    });
  }
  return values.length;
}
