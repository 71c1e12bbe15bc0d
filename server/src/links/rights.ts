import type { Core } from '@strapi/strapi';

import type { Actor } from '../../../contracts/links';
import { READ_ENTRY_ACTION, READ_LINKS_ACTION, SHARE_ACTION } from '../../../contracts/permissions';

/** The parts of Strapi's ability (CASL) that the plugin asks. */
export interface Ability {
  can(action: string, subject?: unknown, field?: string): boolean;
  rules: {
    action: string | string[];
    subject?: unknown;
    inverted?: boolean;
    conditions?: unknown;
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
  /** May read every link of the site. */
  readsAllLinks: boolean;
  /** Entries of these types may be shared whatever document it is. */
  sharesWholeTypes: string[];
  readsEntry(uid: string, entry: EntryDocument): boolean;
  sharesType(uid: string): boolean;
  sharesEntry(uid: string, entry: EntryDocument): boolean;
  readsField(uid: string, entry: EntryDocument, path: string): boolean;
  sharesField(uid: string, entry: EntryDocument, path: string): boolean;
  /** May read the attribute of some entry of the type, as for the titles of related entries. */
  readsTypeField(uid: string, field: string): boolean;
  /** Made the entry itself, which the site may ask of everybody who shares. */
  owns(entry: EntryDocument): boolean;
}

interface AdminUser {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** The rights of an admin user, as their roles give them. */
export function adminRights(strapi: Core.Strapi, user: AdminUser, ability: Ability): Rights {
  const subjectOf = (uid: string, entry: EntryDocument): unknown =>
    permissionsManager(strapi, ability, uid).toSubject({ ...entry }, uid);

  // A role is granted leaves such as `customer.name`, or a whole group that has none.
  const fieldOn = (action: string, uid: string, entry: EntryDocument, path: string): boolean => {
    const subject = subjectOf(uid, entry);
    return withAncestors(path).some((candidate) => ability.can(action, subject, candidate));
  };

  return {
    actor: { id: user.id, name: adminName(user) },
    readsAllLinks: ability.can(READ_LINKS_ACTION),
    sharesWholeTypes: shareRules(ability)
      .filter((rule) => !rule.conditions || Object.keys(rule.conditions).length === 0)
      .flatMap((rule) => [rule.subject].flat())
      .filter((subject): subject is string => typeof subject === 'string'),
    readsEntry: (uid, entry) => ability.can(READ_ENTRY_ACTION, subjectOf(uid, entry)),
    sharesType: (uid) => ability.can(SHARE_ACTION, uid),
    sharesEntry: (uid, entry) => {
      const subject = subjectOf(uid, entry);
      return ability.can(READ_ENTRY_ACTION, subject) && ability.can(SHARE_ACTION, subject);
    },
    readsField: (uid, entry, path) => fieldOn(READ_ENTRY_ACTION, uid, entry, path),
    sharesField: (uid, entry, path) =>
      fieldOn(READ_ENTRY_ACTION, uid, entry, path) && fieldOn(SHARE_ACTION, uid, entry, path),
    readsTypeField: (uid, field) => ability.can(READ_ENTRY_ACTION, uid, field),
    owns: (entry) => entry.createdBy?.id === user.id,
  };
}

/**
 * The rights of a program that was let in by its token's scope. `readsType` says which types the
 * token may read: nothing else may it share, nor show the titles of.
 */
export function programRights(name: string, readsType: (uid: string) => boolean): Rights {
  return {
    actor: { id: null, name },
    readsAllLinks: true,
    sharesWholeTypes: [],
    readsEntry: readsType,
    sharesType: readsType,
    sharesEntry: readsType,
    readsField: readsType,
    sharesField: readsType,
    readsTypeField: readsType,
    owns: () => false,
  };
}

/** The rights of the site's own code, which is trusted with every entry. */
export function systemRights(name: string): Rights {
  return { ...programRights(name, () => true), owns: () => true };
}

/** An admin user as the plugin names them: never by e-mail address. */
export function adminName(user: Partial<AdminUser>): string {
  const fullName = [user.firstname, user.lastname].filter(Boolean).join(' ').trim();
  if (fullName) return fullName;
  return user.username && !user.username.includes('@') ? user.username : 'Team member';
}

function shareRules(ability: Ability) {
  return ability.rules.filter(
    (rule) => !rule.inverted && [rule.action].flat().includes(SHARE_ACTION)
  );
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
