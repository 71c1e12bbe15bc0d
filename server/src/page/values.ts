import { cutText } from '../content/markdown';

/** Returns English for an unknown locale, so that the page still works. */
export function pageLocale(locale: unknown): string {
  if (typeof locale !== 'string') return 'en';
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The name of a language in that language, with a capital: `Français`. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(tag) + rest.join('');
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function isRightToLeft(locale: string): boolean {
  return RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '');
}

/** Control characters, which break some readers. */
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Characters that change the text direction: a file `…fdp.exe` would look like `…exe.pdf`. */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * The text of any value. The types promise strings, but the database can contain anything. A value
 * that is not a scalar counts as empty, so that `[object Object]` never appears.
 */
export function plainText(value: unknown): string {
  if (typeof value === 'bigint' || Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value.replace(CONTROL_CHARACTERS, '').trim() : '';
}

/** The text of a title, label or name, on one line and without direction overrides. */
export function oneLine(value: unknown): string {
  const text = plainText(value).replace(DIRECTION_OVERRIDES, '').replace(/\s+/g, ' ');
  return text.length > 500 ? `${cutText(text, 500).trimEnd()}…` : text;
}

/**
 * Turns names for programs, such as `in_progress` and `dueOn`, into words. Text that looks written
 * for people stays unchanged: several words, capitals inside, abbreviations.
 */
export function humanise(value: unknown): string {
  const name = oneLine(value);
  const isCode = /^[a-z][a-z0-9]+(?:[A-Z0-9 _-][A-Za-z0-9 _-]*)?$/.test(name);
  if (!isCode && !/^[A-Z0-9]+(?:_[A-Z0-9]+)+$/.test(name)) return name;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[\s_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export type Tone = 'good' | 'busy' | 'bad' | 'plain';

const TONES: [Exclude<Tone, 'plain'>, RegExp][] = [
  [
    'good',
    /^(done|complete|completed|finished|closed|resolved|approved|accepted|delivered|paid|on.?track|passed)$/,
  ],
  [
    'busy',
    /^(in.?progress|active|ongoing|started|running|doing|in.?review|review|open|pending|waiting)$/,
  ],
  [
    'bad',
    /^(blocked|overdue|late|failed|rejected|cancelled|canceled|declined|critical|at.?risk|off.?track)$/,
  ],
];

/** A colour for common states. The word always tells the state too. */
export function toneOf(value: unknown): Tone {
  const state = oneLine(value)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return TONES.find(([, pattern]) => pattern.test(state))?.[0] ?? 'plain';
}

/** Names of numbers without a thousands separator, such as a year or an order number. */
const UNGROUPED =
  /(year|jahr|ann[eé]e|año|anno|jaar|code|postcode|zip|id|.[_-]?number|.[_-]?n[or])$/i;

/** Keeps every digit: decimals and big integers arrive as strings and are formatted as strings. */
export function formatNumber(field: { name: string; value: unknown }, locale: string): string {
  const text = plainText(field.value);
  const decimals = /^-?\d{1,60}(?:\.(\d{1,20}))?$/.exec(text);
  if (!decimals) return text;
  const digits = decimals[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: digits > 0 || !UNGROUPED.test(field.name),
  });
  // Strings are formatted digit by digit; the library's type requires a literal.
  return format.format(text as `${number}`);
}

/** Returns true only for a clear name: a `progress` of 3 may be a step of four. */
export function isPercentage(field: { name: string; value: unknown }): boolean {
  if (!/^(percent|percentage|pct)$|(Percent|Percentage|_percent|_percentage)$/.test(field.name)) {
    return false;
  }
  const value = Number(field.value ?? NaN);
  return value >= 0 && value <= 100;
}

export function formatPercent(field: { value: unknown }, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(Number(field.value) / 100);
}

/** Formats `2026-05-04` as people write a day. */
export function formatDate(value: unknown, locale: string): string {
  const text = plainText(value);
  const day = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(`${text.slice(0, 10)}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime())) return text;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** Formats a time of day without a zone. Seconds appear only if they are set. */
export function formatTime(value: unknown, locale: string): string {
  const text = plainText(value);
  const parts = /^(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text);
  const moment = new Date(`1970-01-01T${parts?.[1]}:${parts?.[2]}:${parts?.[3] ?? '00'}Z`);
  if (!parts || Number.isNaN(moment.getTime())) return text;
  const timeStyle = (parts[3] ?? '00') === '00' ? 'short' : 'medium';
  return new Intl.DateTimeFormat(locale, { timeStyle, timeZone: 'UTC' }).format(moment);
}

/** Formats in UTC and names it, because the server does not know the reader's zone. */
export function formatDateTime(value: unknown, locale: string): string {
  const moment = momentOf(value);
  if (moment === null) return plainText(value);
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(moment)} UTC`;
}

/** The day of a moment in UTC, for the page's own dates. Empty if there is none. */
export function formatDay(value: unknown, locale: string): string {
  const moment = momentOf(value);
  return moment === null ? '' : formatDate(moment.toISOString(), locale);
}

/** The value for `<time datetime>`, which programs read. */
export function machineDateTime(value: unknown): string | undefined {
  return momentOf(value)?.toISOString();
}

function momentOf(value: unknown): Date | null {
  const text = plainText(value);
  const moment = /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(text) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}

/** Formats a size like a file manager: in thousands, with one decimal below 10. */
export function formatBytes(value: unknown, locale: string): string {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return '';
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  let size = value;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[unit],
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0,
  }).format(size);
}
