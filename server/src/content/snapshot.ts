import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { Settings } from '../../../contracts/settings';
import type { ShownEntry, ShownField, ShownGroup, ShownReference } from '../../../contracts/shown';
import { titleField } from '../schema/entry-title';
import { USER_TYPES, pathTree, showableAttributes } from '../schema/paths';
import type { AnySchema, PathTree } from '../schema/paths';
import { effectivePolicies, entryKey } from '../share-policy/effective';
import type { EntryRef } from '../share-policy/effective';
import type { ReadContext } from './populate';
import { below, relationOf, shownModel } from './references';
import { namesOfFiles, withCurrentFiles } from './snapshot-files';
import type { FileNames } from './snapshot-files';
import { depthsOf, showEntry } from './show-entry';
import type { Subject } from './show-entry';
import { shownTitle } from './shown-title';

const VERSION = 1;

/**
 * The stored entry of a link that shows a snapshot. It keeps ids, so that current rules can be
 * checked whenever it is shown. Answers never contain these ids.
 */
export interface Snapshot {
  /** The format, so that an older version of the plugin does not misread a newer one. */
  version: typeof VERSION;
  /** The title attribute of the entry. */
  titleField: string | null;
  entry: ShownEntry;
  /** Missing in snapshots that an earlier version made after the upgrade. */
  files?: FileNames;
}

/** A related entry in a snapshot. Users have no id: none of their data can change. */
type KeptReference = ShownReference & {
  entry?: EntryRef;
  /** Given if its title is not that of the title attribute but made of what was shown of it. */
  untitled?: { position: number | null };
};

/** A component in a snapshot. */
type KeptGroup = ShownGroup & { component?: string };

type Attribute = Schema.Attribute.AnyAttribute;

/** Takes a snapshot of the saved entry. Returns null if the entry is gone. */
export async function takeSnapshot(
  strapi: Core.Strapi,
  settings: Settings,
  subject: Subject
): Promise<Snapshot | null> {
  const model = strapi.contentTypes[subject.contentType as UID.ContentType];
  const entry = await showEntry(strapi, settings, subject, { keepsIds: true });
  if (!model || !entry) return null;
  return {
    version: VERSION,
    titleField: await titleField(strapi, model.uid),
    entry: { ...entry, status: 'frozen', frozenAt: new Date().toISOString() },
    files: await namesOfFiles(strapi, entry),
  };
}

/**
 * What a visitor may see of a snapshot now: the stored content, limited by the current schema,
 * settings and share policies. Returns null if the value is not a snapshot, or has a later version.
 */
export async function showSnapshot(
  strapi: Core.Strapi,
  settings: Settings,
  subject: Pick<Subject, 'contentType' | 'fields'>,
  stored: unknown
): Promise<ShownEntry | null> {
  const model = strapi.contentTypes[subject.contentType as UID.ContentType];
  const snapshot = parseSnapshot(stored);
  if (!model || !snapshot) return null;

  const { entry, files } = snapshot;
  const policies = await effectivePolicies(strapi, settings, refsIn(entry.fields));
  const context: JudgeContext = {
    strapi,
    settings,
    depthOf: depthsOf(settings, model.uid),
    isOff: (ref) => (policies.get(entryKey(ref))?.effective ?? 'off') === 'off',
  };
  const isPrivate = (name: string) => contentTypes.isPrivateAttribute(model, name);
  const fields = judgeFields(context, model, pathTree(subject.fields), entry.fields);
  const shown: ShownEntry = {
    ...entry,
    title: titleOf(snapshot, fields),
    publishedAt: isPrivate('publishedAt') ? null : entry.publishedAt,
    updatedAt: isPrivate('updatedAt') ? null : entry.updatedAt,
    fields,
  };
  return withCurrentFiles(strapi, shown, files);
}

/** The entry as it is kept, with its ids; null if this version can't show it. */
export function keptEntry(stored: unknown): ShownEntry | null {
  return parseSnapshot(stored)?.entry ?? null;
}

/** Returns true if the value is a snapshot that this version can show. */
export function isSnapshot(stored: unknown): boolean {
  return parseSnapshot(stored) !== null;
}

/** Snapshots from earlier versions of the plugin have no ids and no version number. */
interface Parsed extends Pick<Snapshot, 'entry' | 'titleField'> {
  files: FileNames;
}

function parseSnapshot(stored: unknown): Parsed | null {
  if (typeof stored !== 'object' || stored === null) return null;
  if ('version' in stored) {
    if (stored.version !== VERSION) return null;
    return { files: {}, ...(stored as unknown as Snapshot) };
  }
  return 'fields' in stored && Array.isArray(stored.fields)
    ? {
        files: {},
        ...(stored as { files?: FileNames }),
        entry: stored as ShownEntry,
        titleField: null,
      }
    : null;
}

/** The title is made again, of what is still shown: a hidden field gives none. */
function titleOf({ entry, titleField: name }: Parsed, fields: ShownField[]): string {
  const kept = fields.find((field) =>
    name === null ? field.value === entry.title : field.name === name
  );
  return shownTitle({ main: kept?.value, fields, typeName: entry.typeName });
}

function refsIn(fields: ShownField[]): EntryRef[] {
  return fields.flatMap((field): EntryRef[] => {
    if (field.type === 'component' || field.type === 'dynamiczone') {
      return field.value.flatMap((group) => refsIn(group.fields));
    }
    if (field.type !== 'relation') return [];
    return field.value.flatMap(({ entry, fields: inner }: KeptReference) => [
      ...(entry ? [entry] : []),
      ...refsIn(inner),
    ]);
  });
}

interface JudgeContext extends Pick<ReadContext, 'strapi' | 'settings' | 'depthOf'> {
  isOff(ref: EntryRef): boolean;
}

function judgeFields(
  context: JudgeContext,
  schema: AnySchema,
  tree: PathTree,
  fields: ShownField[],
  prefix = ''
): ShownField[] {
  const attributes = new Map<string, Attribute>(showableAttributes(schema));
  return fields.flatMap((field): ShownField[] => {
    const attribute = attributes.get(field.name);
    const branch = Object.hasOwn(tree, field.name) ? tree[field.name] : undefined;
    if (!attribute || !branch || shapeOf(attribute.type) !== shapeOf(field.type)) return [];
    const path = prefix + field.name;
    if (field.type === 'component' || field.type === 'dynamiczone') {
      const inside = branch === true ? {} : branch;
      return [{ ...field, value: judgeGroups(context, attribute, inside, field.value, path) }];
    }
    if (field.type === 'relation') {
      return [{ ...field, value: judgeReferences(context, attribute, branch, field.value, path) }];
    }
    return [field];
  });
}

const SHAPES = ['component', 'dynamiczone', 'relation', 'media'];

/** The kind of content that a type holds: a text that has become a relation no longer matches. */
function shapeOf(type: string): string {
  return SHAPES.includes(type) ? type : 'value';
}

function judgeGroups(
  context: JudgeContext,
  attribute: Attribute,
  tree: PathTree,
  groups: KeptGroup[],
  path: string
): ShownGroup[] {
  return groups.flatMap((group): ShownGroup[] => {
    const place = placeOf(attribute, tree, group.component);
    const component = place && context.strapi.components[place.uid as UID.Component];
    if (!place || !component) return [];
    const fields = judgeFields(context, component, place.tree, group.fields, `${path}.`);
    return [{ name: group.name, fields }];
  });
}

/**
 * The component of a group, and what is shown of it. Returns null if the attribute can no longer
 * hold it.
 */
function placeOf(
  attribute: Attribute,
  tree: PathTree,
  kept: string | undefined
): { uid: string; tree: PathTree } | null {
  if (attribute.type === 'component') {
    const uid = attribute.component;
    return kept === undefined || kept === uid ? { uid, tree } : null;
  }
  // In a dynamic zone only the stored id tells the component.
  if (attribute.type !== 'dynamiczone' || kept === undefined) return null;
  const branch = tree[`(${kept})`];
  const mayHold = (attribute.components as string[]).includes(kept);
  return mayHold && branch && branch !== true ? { uid: kept, tree: branch } : null;
}

function judgeReferences(
  context: JudgeContext,
  attribute: Attribute,
  branch: true | PathTree,
  references: KeptReference[],
  path: string
): ShownReference[] {
  const relation = relationOf(attribute, branch);
  if (!relation) return [];
  const { target, title, tree } = relation;
  if (USER_TYPES.includes(target) && title === null) {
    return references.flatMap(({ title: name, typeName }) =>
      typeName === null ? [{ title: name, typeName, fields: [] }] : []
    );
  }
  const model = shownModel(context, relation);
  if (!model) return [];
  const depth = context.depthOf(path);
  const inner = depth > 0 ? below(context, target, depth) : null;
  return references.flatMap((kept): ShownReference[] => {
    const { entry, title: name, typeName, untitled } = kept;
    if (entry?.uid !== target || context.isOff(entry)) return [];
    const fields = inner ? judgeFields(inner, model, tree, kept.fields) : [];
    const made = { main: null, fields, typeName: typeName ?? '', position: untitled?.position };
    return [{ title: untitled ? shownTitle(made) : name, typeName, fields }];
  });
}
