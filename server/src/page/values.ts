import { cutText } from '../content/markdown';

/** Whatever is asked for in a locale nobody has heard of is still worth reading: English then. */
export function pageLocale(locale: unknown): string {
  if (typeof locale !== 'string') return 'en';
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** A language as those who speak it call it: `français`, with a capital as on a sign. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(tag) + rest.join('');
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function isRightToLeft(locale: string): boolean {
  return RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '');
}

/** Characters that have no business in text and that some readers choke on. */
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * They turn the writing direction for whatever follows: a file `…fdp.exe` would read as `…exe.pdf`.
 */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * The text in a value of whatever kind. The types promise strings, the database keeps what was once
 * written: anything else than a scalar counts as empty, so that no reader ever meets `[object
 * Object]`.
 */
export function plainText(value: unknown): string {
  if (typeof value === 'bigint' || Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value.replace(CONTROL_CHARACTERS, '').trim() : '';
}

/** For titles, labels and names, which have to stay on one line and in their place. */
export function oneLine(value: unknown): string {
  const text = plainText(value).replace(DIRECTION_OVERRIDES, '').replace(/\s+/g, ' ');
  return text.length > 500 ? `${cutText(text, 500).trimEnd()}…` : text;
}

/**
 * `in_progress` and `dueOn` are names for programs. Anything that looks written for people stays as
 * it is: several words, capitals inside, abbreviations.
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

/** A colour for the commonest states; the word always says it too. */
export function toneOf(value: unknown): Tone {
  const state = oneLine(value)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return TONES.find(([, pattern]) => pattern.test(state))?.[0] ?? 'plain';
}

/** Numbers that are names: a year, or the number of an order, looks wrong with a comma in it. */
const UNGROUPED =
  /(year|jahr|ann[eé]e|año|anno|jaar|code|postcode|zip|id|.[_-]?number|.[_-]?n[or])$/i;

/** No digit is lost: decimals and big integers arrive as strings and are formatted as such. */
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
  // Strings are formatted digit by digit; the library's type asks for a literal.
  return format.format(text as `${number}`);
}

/** Only where the name leaves no doubt: a `progress` of 3 may be a step of four. */
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

/** `2026-05-04` as a day people write. */
export function formatDate(value: unknown, locale: string): string {
  const text = plainText(value);
  const day = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(`${text.slice(0, 10)}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime())) return text;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** A time of day without a zone; seconds only where somebody set them. */
export function formatTime(value: unknown, locale: string): string {
  const text = plainText(value);
  const parts = /^(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text);
  const moment = new Date(`1970-01-01T${parts?.[1]}:${parts?.[2]}:${parts?.[3] ?? '00'}Z`);
  if (!parts || Number.isNaN(moment.getTime())) return text;
  const timeStyle = (parts[3] ?? '00') === '00' ? 'short' : 'medium';
  return new Intl.DateTimeFormat(locale, { timeStyle, timeZone: 'UTC' }).format(moment);
}

/** In UTC and saying so: the server can't know where the reader is. */
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

/** The day of a moment in UTC, for the page's own dates; empty where there is none. */
export function formatDay(value: unknown, locale: string): string {
  const moment = momentOf(value);
  return moment === null ? '' : formatDate(moment.toISOString(), locale);
}

/** For `<time datetime>`, which programs read. */
export function machineDateTime(value: unknown): string | undefined {
  return momentOf(value)?.toISOString();
}

function momentOf(value: unknown): Date | null {
  const text = plainText(value);
  const moment = /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(text) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}

/** A size as people know it from their file manager: thousands, and two digits that matter. */
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
