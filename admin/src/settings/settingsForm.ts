import type { RateLimits } from '../../../contracts/attempt-limits';
import type { ContentTypeSettings, Settings, SettingsAnswer } from '../../../contracts/settings';
import type { SettingsChange } from '../api';

/** A content type as a row of the form. A uid can't name a field, because it has dots. */
export interface TypeRow extends ContentTypeSettings {
  uid: string;
  name: string;
}

/** The settings as the form holds them. The kill switch is on the page of all links. */
export interface SettingsForm extends Omit<
  Settings,
  'paused' | 'contentTypes' | 'passwordMinLength' | 'limits'
> {
  types: TypeRow[];
  /** Null while the field is empty. */
  passwordMinLength: number | null;
  limits: Record<keyof RateLimits, number | null>;
}

/** Fills the form. Types are in the order of their names, because people look for names. */
export function toForm({ data, meta }: SettingsAnswer): SettingsForm {
  const { paused: _, contentTypes, ...settings } = data;
  const types = Object.entries(contentTypes).map(([uid, type]) => ({
    uid,
    name: meta.typeNames[uid] ?? uid,
    ...type,
  }));
  return { ...settings, types: types.sort((a, b) => a.name.localeCompare(b.name)) };
}

/** Returns only the settings that differ: two people may change different ones at a time. */
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

function changedTypes(
  before: TypeRow[],
  after: TypeRow[]
): Record<string, Partial<ContentTypeSettings>> {
  const changes = after.map(({ uid, name: _, ...type }) => {
    const old = before.find((row) => row.uid === uid);
    const changed = Object.entries(type).filter(
      ([key, value]) => !isSame(value, old?.[key as keyof typeof type])
    );
    return [uid, Object.fromEntries(changed)] as const;
  });
  return Object.fromEntries(changes.filter(([, change]) => Object.keys(change).length > 0));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
