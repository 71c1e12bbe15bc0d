import type { ContentTypeSettings, Settings, SettingsAnswer } from '../../../contracts/settings';
import type { SettingsChange } from './api';

/** A content type as a row of the form: its uid has dots, which names of fields can't have. */
export interface TypeRow extends ContentTypeSettings {
  uid: string;
  name: string;
}

/** The settings as the form holds them; the kill switch is elsewhere. */
export interface SettingsForm extends Omit<
  Settings,
  'paused' | 'contentTypes' | 'passwordMinLength'
> {
  types: TypeRow[];
  /** Null while the field is empty. */
  passwordMinLength: number | null;
}

/** Types in the order of their names, which is how people look for them. */
export function toForm({ data, meta }: SettingsAnswer): SettingsForm {
  const { paused: _, contentTypes, ...settings } = data;
  const types = Object.entries(contentTypes).map(([uid, { enabled, mode }]) => ({
    uid,
    name: meta.typeNames[uid] ?? uid,
    enabled,
    mode,
  }));
  return { ...settings, types: types.sort((a, b) => a.name.localeCompare(b.name)) };
}

/** The settings that differ, and nothing else: two people may change different ones. */
export function changedSettings(before: SettingsForm, after: SettingsForm): SettingsChange {
  const { types: _, ...rest } = after;
  const change: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (!isSame(value, before[key as keyof typeof rest])) change[key] = value;
  }

  const contentTypes = changedTypes(before.types, after.types);
  if (Object.keys(contentTypes).length > 0) change.contentTypes = contentTypes;
  return change;
}

function changedTypes(before: TypeRow[], after: TypeRow[]): Record<string, ContentTypeSettings> {
  const changed = after.filter((row) => {
    const old = before.find(({ uid }) => uid === row.uid);
    return old?.enabled !== row.enabled || old.mode !== row.mode;
  });
  return Object.fromEntries(changed.map(({ uid, enabled, mode }) => [uid, { enabled, mode }]));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
