import type { TimelineEvent } from '../../../../contracts/links';

type Change = TimelineEvent['changes'][number];

/** These fields are never shown. */
const SECRETS = ['password', 'token'];

/** Returns the changes of an event to show: no secrets, and no empty fields of a new link. */
export function shownChanges({ type, changes }: Pick<TimelineEvent, 'type' | 'changes'>): Change[] {
  return changes.filter(
    ({ field, to }) =>
      !SECRETS.includes(field) && (type !== 'create' || (to !== null && to !== undefined))
  );
}

/** How a value is put into words. */
export type ShownValue =
  | { kind: 'nothing' }
  | { kind: 'moment'; iso: string }
  | { kind: 'version'; shows: string }
  | { kind: 'flag'; isOn: boolean }
  | { kind: 'duration'; seconds: number }
  | { kind: 'locales'; codes: string[] }
  | { kind: 'fields'; paths: string[] }
  | { kind: 'text'; text: string };

const MOMENTS = ['startsAt', 'expiresAt'];

export function shownValue(field: string, value: unknown): ShownValue {
  if (value === null || value === undefined || value === '') return { kind: 'nothing' };
  if (Array.isArray(value) && value.length === 0) return { kind: 'nothing' };
  if (typeof value === 'boolean') return { kind: 'flag', isOn: value };
  if (MOMENTS.includes(field) && typeof value === 'string' && !Number.isNaN(Date.parse(value))) {
    return { kind: 'moment', iso: value };
  }
  if (field === 'shows' && typeof value === 'string') return { kind: 'version', shows: value };
  if (field === 'refreshSeconds' && typeof value === 'number') {
    return { kind: 'duration', seconds: value };
  }
  if (field === 'locales' && Array.isArray(value)) {
    return { kind: 'locales', codes: value.map(String) };
  }
  if (field === 'fields' && Array.isArray(value)) {
    return { kind: 'fields', paths: value.map(String) };
  }
  if (Array.isArray(value)) return { kind: 'text', text: value.join(', ') };
  if (typeof value === 'object') {
    const name = 'name' in value && typeof value.name === 'string' ? value.name : null;
    return { kind: 'text', text: name ?? JSON.stringify(value) };
  }
  return { kind: 'text', text: String(value) };
}
