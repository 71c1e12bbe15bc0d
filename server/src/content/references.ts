import type { Schema, UID } from '@strapi/strapi';

import type { ShownField, ShownReference } from '../../../contracts/shown';
import { adminName } from '../core/admin-name';
import { isText } from '../schema/entry-title';
import { UNTITLED, USER_TYPES, relatedBy, showableAttributes } from '../schema/paths';
import type { PathTree } from '../schema/paths';
import { effectivePolicies, entryKey } from '../share-policy/effective';
import type { EntryRef } from '../share-policy/effective';
import type { ReadContext } from './populate';
import { shownTitle } from './shown-title';

/** The maximum of related entries for one attribute. A longer list is cut. */
const MAX_REFERENCES = 200;

/** A relation that a link shows: its type, and what is shown of the related entries. */
export interface Relation {
  target: string;
  /**
   * The title attribute, stored when the link was made; `UNTITLED` if the type had none, null for
   * users.
   */
  title: string | null;
  /** The other paths to show; empty if only titles are shown. */
  tree: PathTree;
}

/**
 * Parses `documents(title@…)` and `documents(title@…).files` into the relation and everything it
 * can show. Returns null if the relation now leads to another type than the paths name.
 */
export function relationOf(
  attribute: Schema.Attribute.AnyAttribute,
  branch: true | PathTree
): Relation | null {
  if (branch === true) {
    const { target } = attribute as { target: string };
    return USER_TYPES.includes(target) ? { target, title: null, tree: {} } : null;
  }
  for (const [segment, nested] of Object.entries(branch)) {
    const related = relatedBy(attribute, segment);
    if (related) return { ...related, tree: nested === true ? {} : nested };
  }
  return null;
}

/**
 * The related type. Returns null if its entries may not be shown or its title attribute has
 * changed.
 */
export function shownModel(
  { strapi, settings }: Pick<ReadContext, 'strapi' | 'settings'>,
  { target, title }: Relation
): Schema.ContentType | null {
  const model = strapi.contentTypes[target as UID.ContentType] as Schema.ContentType | undefined;
  const isShown =
    model &&
    settings.contentTypes[target]?.enabled &&
    (title === UNTITLED || showableAttributes(model).some(([name]) => name === title));
  return isShown ? model : null;
}

/**
 * The context for related entries: the settings of their own type decide which of their relations
 * are followed.
 */
export function below<C extends Pick<ReadContext, 'settings' | 'depthOf'>>(
  context: C,
  target: string,
  depth: number
): C {
  const relations = context.settings.contentTypes[target]?.relations ?? {};
  return { ...context, depthOf: (path) => Math.min(relations[path] ?? 0, depth - 1) };
}

type ShowFields = (
  context: ReadContext,
  model: Schema.ContentType,
  tree: PathTree,
  stored: Record<string, unknown>
) => Promise<ShownField[]>;

/** Related entries with their shown fields. Users appear with a display name. */
export async function showReferences(
  context: ReadContext,
  relation: Relation,
  depth: number,
  value: unknown,
  showFields: ShowFields
): Promise<{ value: ShownReference[]; cut: boolean }> {
  const related = (Array.isArray(value) ? value : value ? [value] : []) as Record<
    string,
    unknown
  >[];
  const { target, title, tree } = relation;
  if (!title) {
    const users = related.slice(0, MAX_REFERENCES).map((user) => ({
      title: adminName(user),
      typeName: null,
      fields: [],
    }));
    return { value: users, cut: related.length > users.length };
  }

  const model = shownModel(context, relation);
  if (!model) return { value: [], cut: false };
  const allowed = await withoutOff(context, target, related);
  const shown: ShownReference[] = [];
  for (const [index, entry] of allowed.entries()) {
    if (shown.length >= MAX_REFERENCES || !context.budget.entry())
      return { value: shown, cut: true };
    const inner = depth > 0 ? below(context, target, depth) : null;
    const fields = inner ? await showFields(inner, model, tree, entry) : [];
    const main = title === UNTITLED ? null : entry[title];
    const typeName = model.info.displayName;
    const position = Array.isArray(value) ? index + 1 : null;
    shown.push({
      title: shownTitle({ main, fields, typeName, position }),
      typeName,
      fields,
      ...(context.keepsIds
        ? { entry: refOf(target, entry), ...(isText(main) ? {} : { untitled: { position } }) }
        : {}),
    });
  }
  return { value: shown, cut: false };
}

/** Leaves out entries that are Off: no link shows them. */
async function withoutOff(
  { strapi, settings }: ReadContext,
  uid: string,
  entries: Record<string, unknown>[]
): Promise<Record<string, unknown>[]> {
  if (entries.length === 0) return entries;
  const refs = entries.map((entry) => refOf(uid, entry));
  const policies = await effectivePolicies(strapi, settings, refs);
  return entries.filter((_, index) => policies.get(entryKey(refs[index]!))?.effective !== 'off');
}

function refOf(uid: string, entry: Record<string, unknown>): EntryRef {
  return { uid, documentId: String(entry.documentId) };
}
