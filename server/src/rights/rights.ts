import type { Core } from '@strapi/strapi';

import type { Actor } from '../../../contracts/links';
import {
  READ_ENTRY_ACTION,
  READ_LINKS_ACTION,
  REVEAL_PASSWORDS_ACTION,
  SHARE_ACTION,
} from '../../../contracts/permissions';
import { adminName } from '../core/admin-name';
import type { AdminUser } from '../core/admin-name';

/** The parts of Strapi's ability (CASL) that the plugin asks. */
export interface Ability {
  can(action: string, subject?: unknown, field?: string): boolean;
  rules: {
    action: string | string[];
    subject?: unknown;
    inverted?: boolean;
    conditions?: unknown;
    fields?: string[];
  }[];
}

/** An entry as loaded for a check: with its creator, so that conditions can be matched. */
export type EntryDocument = Record<string, unknown> & {
  documentId: string;
  locale?: string | null;
  publishedAt?: string | null;
  createdBy?: { id: number } | null;
};

/** What somebody may do. Every question about an entry takes the real document. */
export interface Rights {
  actor: Actor;
  /**
   * Somebody who has signed in. A token is none, though it may carry the id of its owner: what
   * counts for having made a link or an entry counts for people only.
   */
  isPerson: boolean;
  /** May read every link of the site. */
  readsAllLinks: boolean;
  /** May read passwords back. */
  reveals: boolean;
  /** Entries of these types may be shared whatever document it is. */
  sharesWholeTypes: string[];
  readsEntry(uid: string, entry: EntryDocument): boolean;
  sharesType(uid: string): boolean;
  sharesEntry(uid: string, entry: EntryDocument): boolean;
  readsField(uid: string, entry: EntryDocument, path: string): boolean;
  sharesField(uid: string, entry: EntryDocument, path: string): boolean;
  /**
   * May read the attribute of every entry of the type, as for the titles of related entries; of
   * every one in the language where the role is granted languages.
   */
  readsTypeField(uid: string, field: string, locale?: string | null): boolean;
  /** May read and share the attribute of every entry of the type, in the language. */
  sharesTypeField(uid: string, field: string, locale?: string | null): boolean;
  /** Made the entry itself, which the site may ask of everybody who shares. */
  owns(entry: EntryDocument): boolean;
}

/**
 * The rights of an admin user, as their roles give them, or of an admin token, which has an owner
 * and an ability of its own.
 *
 * @param program.token name of the token that a program has signed in with
 */
export function adminRights(
  strapi: Core.Strapi,
  user: AdminUser,
  ability: Ability,
  program?: { token: string }
): Rights {
  const isPerson = program === undefined;
  const subjectOf = (uid: string, entry: EntryDocument): unknown =>
    permissionsManager(strapi, ability, uid).toSubject({ ...entry }, uid);

  // A role is granted leaves such as `customer.name`, or a whole group that has none.
  const fieldOn = (action: string, uid: string, entry: EntryDocument, path: string): boolean => {
    const subject = subjectOf(uid, entry);
    return withAncestors(path).some((candidate) => ability.can(action, subject, candidate));
  };

  // A condition can't be matched with an entry that is not at hand: only rules without one count.
  const judgeAll = (action: string, uid: string, path: string, locale: string | null): boolean =>
    freeRules(ability, action, locale)
      .filter(({ subject }) => [subject].flat().includes(uid))
      .some(({ fields }) => !fields || withAncestors(path).some((part) => fields.includes(part)));

  // A list asks the same of each of its links, and a role may have hundreds of rules.
  const judged = new Map<string, boolean>();
  const fieldOnAll: typeof judgeAll = (...asked) => {
    const key = asked.join(' ');
    const answer = judged.get(key) ?? judgeAll(...asked);
    judged.set(key, answer);
    return answer;
  };

  const readable = wholeTypes(ability, READ_ENTRY_ACTION);

  return {
    actor: { id: user.id, name: isPerson ? adminName(user) : tokenName(user, program.token) },
    isPerson,
    readsAllLinks: ability.can(READ_LINKS_ACTION),
    reveals: ability.can(REVEAL_PASSWORDS_ACTION),
    sharesWholeTypes: wholeTypes(ability, SHARE_ACTION).filter((uid) => readable.includes(uid)),
    readsEntry: (uid, entry) => ability.can(READ_ENTRY_ACTION, subjectOf(uid, entry)),
    sharesType: (uid) => ability.can(SHARE_ACTION, uid),
    sharesEntry: (uid, entry) => {
      const subject = subjectOf(uid, entry);
      return ability.can(READ_ENTRY_ACTION, subject) && ability.can(SHARE_ACTION, subject);
    },
    readsField: (uid, entry, path) => fieldOn(READ_ENTRY_ACTION, uid, entry, path),
    sharesField: (uid, entry, path) =>
      fieldOn(READ_ENTRY_ACTION, uid, entry, path) && fieldOn(SHARE_ACTION, uid, entry, path),
    readsTypeField: (uid, path, locale = null) => fieldOnAll(READ_ENTRY_ACTION, uid, path, locale),
    sharesTypeField: (uid, path, locale = null) =>
      fieldOnAll(READ_ENTRY_ACTION, uid, path, locale) &&
      fieldOnAll(SHARE_ACTION, uid, path, locale),
    owns: (entry) => isPerson && entry.createdBy?.id === user.id,
  };
}

/**
 * The rights of a program that was let in by its token's scope. `readsType` says which types the
 * token may read: nothing else may it share, nor show the titles of.
 */
export function programRights(name: string, readsType: (uid: string) => boolean): Rights {
  return {
    actor: { id: null, name },
    isPerson: false,
    readsAllLinks: true,
    reveals: false,
    sharesWholeTypes: [],
    readsEntry: readsType,
    sharesType: readsType,
    sharesEntry: readsType,
    readsField: readsType,
    sharesField: readsType,
    readsTypeField: readsType,
    sharesTypeField: readsType,
    owns: () => false,
  };
}

/** The rights of the site's own code, which is trusted with every entry. */
export function systemRights(name: string): Rights {
  return { ...programRights(name, () => true), owns: () => true };
}

/** `Edith Editor (token Deploy)`: a timeline tells the two apart. */
function tokenName(owner: AdminUser, token: string): string {
  return `${adminName(owner).slice(0, 120)} (token ${token})`.slice(0, 255);
}

/** The rules of an action that hold for every entry of their types, in the language. */
function freeRules(
  ability: Ability,
  action: string,
  locale: string | null = null
): Ability['rules'] {
  return ability.rules.filter(
    ({ action: given, inverted, conditions }) =>
      !inverted && [given].flat().includes(action) && isFree(conditions, locale)
  );
}

/** Strapi's i18n turns the languages of a grant into `{ $and: [{ locale: { $in } }] }`. */
function isFree(conditions: unknown, locale: string | null): boolean {
  const { $and: parts = [], locale: languages, ...others } = (conditions ?? {}) as Conditions;
  if (Object.keys(others).length > 0) return false;
  const isSpoken = languages === undefined || (locale !== null && languages.$in?.includes(locale));
  return isSpoken === true && parts.every((part) => isFree(part, locale));
}

interface Conditions {
  $and?: unknown[];
  locale?: { $in?: string[] };
}

function wholeTypes(ability: Ability, action: string): string[] {
  return freeRules(ability, action)
    .flatMap(({ subject }) => [subject].flat())
    .filter((subject): subject is string => typeof subject === 'string');
}

function withAncestors(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function permissionsManager(strapi: Core.Strapi, ability: Ability, model: string) {
  const service = strapi.service('admin::permission') as {
    createPermissionsManager(options: { ability: Ability; model: string }): {
      toSubject(entity: object, model: string): unknown;
    };
  };
  return service.createPermissionsManager({ ability, model });
}
