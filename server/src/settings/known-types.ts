import type { Core } from '@strapi/strapi';

import type { FieldError } from '../../../contracts/errors';
import { nearest } from '../core/nearest';
import { problem } from '../core/validation';
import { shareableUids } from '../schema/shareable-types';
import { relationProblems } from './relations';
import type { StoredSettings } from './schema';

/** The maximum of types that a message lists. */
const MAX_LISTED = 10;

/**
 * What is wrong with the settings of content types: types that the site does not have or that can't
 * be shared, and relations that a type does not have. The settings API and the configuration file
 * pass the same checks.
 */
export function typeProblems(
  strapi: Core.Strapi,
  types: NonNullable<StoredSettings['contentTypes']>
): FieldError[] {
  const known = shareableUids(strapi);
  const entries = Object.entries(types);
  return [
    ...entries
      .filter(([uid]) => !known.includes(uid))
      .map(([uid]) => problem(['contentTypes', uid], unknownType(strapi, uid, known))),
    ...relationProblems(strapi, Object.fromEntries(entries.filter(([uid]) => known.includes(uid)))),
  ];
}

function unknownType(strapi: Core.Strapi, uid: string, known: string[]): string {
  if (Object.hasOwn(strapi.contentTypes, uid)) {
    return uid.startsWith('api::')
      ? `The content manager hides the type ${uid}, so its entries can’t be shared`
      : `The type ${uid} belongs to Strapi or a plugin, so its entries can’t be shared`;
  }
  const meant = meantType(uid, known);
  if (meant) return `Unknown content type: ${uid}; did you mean ${meant}?`;
  const more = known.length > MAX_LISTED ? `, and ${known.length - MAX_LISTED} more` : '';
  return `Unknown content type: ${uid}; known are ${known.slice(0, MAX_LISTED).join(', ')}${more}`;
}

/** `invoice`, `invoices`, `Invoice` and `api::invoices.invoice` all mean `api::invoice.invoice`. */
function meantType(uid: string, known: string[]): string | null {
  const short = (name: string) => name.split('.').at(-1)!.toLowerCase().replace(/s$/, '');
  return known.find((name) => short(name) === short(uid)) ?? nearest(uid, known);
}
