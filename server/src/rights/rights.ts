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
import { siteLocales } from '../schema/localized';
import { UNTITLED } from '../schema/paths';

/** The parts of Strapi's ability (CASL) that the plugin uses. */
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

/** An entry, loaded with its creator, so that a role's conditions can match it. */
export type EntryDocument = Record<string, unknown> & {
  documentId: string;
  locale?: string | null;
  publishedAt?: string | null;
  createdBy?: { id: number } | null;
};

/** A person has roles, and so has a customer. A program has a token, which somebody must change. */
export type Giver = 'Your role' | 'This token';

const WHY_NOT = {
  read: 'Your role does not allow you to read this entry',
  share: 'Your role does not allow you to share entries',
};

/** What somebody may do. Every question about an entry needs the loaded entry. */
export interface Rights {
  actor: Actor;
  /**
   * True for a user who has signed in. False for a token, even if it carries its owner's id: only
   * people count as makers of links and entries.
   */
  isPerson: boolean;
  /** The document id of that user; null for others. */
  personKey: string | null;
  /** The site's own code. */
  isSystem: boolean;
  /** What gives these rights, as a refusal names it. */
  giver: Giver;
  /** Says what is missing to read an entry of a type, or to share one. */
  whyNot(doing: 'read' | 'share', uid: string): string;
  /** May read every link of the site. */
  readsAllLinks: boolean;
  /** May see the passwords of links. */
  reveals: boolean;
  /** May share every entry of these types. */
  sharesWholeTypes: string[];
  readsEntry(uid: string, entry: EntryDocument): boolean;
  sharesType(uid: string): boolean;
  sharesEntry(uid: string, entry: EntryDocument): boolean;
  readsField(uid: string, entry: EntryDocument, path: string): boolean;
  sharesField(uid: string, entry: EntryDocument, path: string): boolean;
  /**
   * May read the attribute of every entry of the type, as the titles of related entries need. If
   * the role is limited to languages, this means every entry in the given language, or in all
   * languages of the site if none is given.
   */
  readsTypeField(uid: string, field: string, locale?: string | null): boolean;
  /** May read and share the attribute of every entry of the type, in the given language. */
  sharesTypeField(uid: string, field: string, locale?: string | null): boolean;
  /** Created the entry. A site can require this of everybody who shares. */
  owns(entry: EntryDocument): boolean;
}

/**
 * The rights of an admin user, from their roles, or of an admin token, which has an owner and its
 * own ability.
 *
 * @param program.token name of the token that signs in
 */
export function adminRights(
  strapi: Core.Strapi,
  user: AdminUser,
  ability: Ability,
  program?: { token: string }
): Rights {
  const isPerson = program === undefined;
  const languages = siteLocales(strapi);
  const subjectOf = (uid: string, entry: EntryDocument): unknown =>
    permissionsManager(strapi, ability, uid).toSubject({ ...entry }, uid);

  // A role's grant names single fields such as `customer.name`, or a group without fields of its
  // own.
  const fieldOn = (action: string, uid: string, entry: EntryDocument, path: string): boolean => {
    const subject = subjectOf(uid, entry);
    if (path === UNTITLED) return ability.can(action, subject);
    return withAncestors(path).some((candidate) => ability.can(action, subject, candidate));
  };

  // Without a loaded entry no condition can match, so only rules without conditions count.
  const judgeAll = (action: string, uid: string, path: string, locale: string | null): boolean =>
    freeRules(ability, action, languages, locale)
      .filter(({ subject }) => [subject].flat().includes(uid))
      .some(({ fields }) => {
        if (!fields || path === UNTITLED) return true;
        return withAncestors(path).some((part) => fields.includes(part));
      });

  // A list asks the same question for each link, and a role can have hundreds of rules.
  const judged = new Map<string, boolean>();
  const fieldOnAll: typeof judgeAll = (...asked) => {
    const key = asked.join(' ');
    const answer = judged.get(key) ?? judgeAll(...asked);
    judged.set(key, answer);
    return answer;
  };

  const readable = wholeTypes(ability, READ_ENTRY_ACTION, languages);

  return {
    actor: { id: user.id, name: isPerson ? adminName(user) : tokenName(user, program.token) },
    isPerson,
    personKey: (isPerson && user.documentId) || null,
    isSystem: false,
    giver: isPerson ? 'Your role' : 'This token',
    whyNot(doing, uid) {
      if (isPerson) return WHY_NOT[doing];
      const action = doing === 'read' ? READ_ENTRY_ACTION : SHARE_ACTION;
      return `This token has no permission ${action} for ${uid}`;
    },
    readsAllLinks: ability.can(READ_LINKS_ACTION),
    reveals: ability.can(REVEAL_PASSWORDS_ACTION),
    sharesWholeTypes: wholeTypes(ability, SHARE_ACTION, languages).filter((uid) =>
      readable.includes(uid)
    ),
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
 * The rights of a program whose token has the scope for the route. It may share, and read the
 * titles of, only the types that its token may read: `readsType` tells which.
 *
 * @param readAction names the permission that reading a type takes
 */
export function programRights(
  name: string,
  readsType: (uid: string) => boolean,
  giver: Giver,
  readAction: (uid: string) => string
): Rights {
  return {
    actor: { id: null, name },
    isPerson: false,
    personKey: null,
    isSystem: false,
    giver,
    whyNot: (_, uid) => `${giver} has no permission ${readAction(uid)}, which sharing takes`,
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

/** The rights of the site's own code, which may share every entry. */
export function systemRights(name: string): Rights {
  const rights = programRights(
    name,
    () => true,
    'This token',
    (uid) => uid
  );
  return { ...rights, isSystem: true, owns: () => true };
}

/** Such as `Edith Editor (token Deploy)`, so that a timeline tells an owner from a token. */
function tokenName(owner: AdminUser, token: string): string {
  return `${adminName(owner).slice(0, 120)} (token ${token})`.slice(0, 255);
}

/**
 * The rules of an action that apply to every entry of their types, in the given language, or in all
 * languages of the site if none is given.
 */
function freeRules(
  ability: Ability,
  action: string,
  languages: string[],
  locale: string | null = null
): Ability['rules'] {
  return ability.rules.filter(
    ({ action: given, inverted, conditions }) =>
      !inverted &&
      [given].flat().includes(action) &&
      isFree(conditions, locale === null ? languages : [locale])
  );
}

/** Strapi's i18n stores the languages of a grant as `{ $and: [{ locale: { $in } }] }`. */
function isFree(conditions: unknown, wanted: string[]): boolean {
  const { $and: parts = [], locale: languages, ...others } = (conditions ?? {}) as Conditions;
  if (Object.keys(others).length > 0) return false;
  const speaks = (code: string) => languages?.$in?.includes(code) === true;
  const isSpoken = languages === undefined || (wanted.length > 0 && wanted.every(speaks));
  return isSpoken && parts.every((part) => isFree(part, wanted));
}

interface Conditions {
  $and?: unknown[];
  locale?: { $in?: string[] };
}

function wholeTypes(ability: Ability, action: string, languages: string[]): string[] {
  return freeRules(ability, action, languages)
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
