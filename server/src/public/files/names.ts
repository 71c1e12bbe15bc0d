/** Control characters, what no file system takes, what turns the direction or can't be seen. */
const UNFIT =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Private_Use}\p{Noncharacter_Code_Point}<>:"/\\|?*%]+/gu;

/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Bytes: room for a number to be added below the 255 that file systems have. */
const MAX_BYTES = 180;

/**
 * The name under which a file is saved, from the one in the media library: harmless in a header, in
 * an archive and on every file system, and ending with what the file really is.
 */
export function safeName(name: string, extension: string): string {
  const ending = /^\.[a-z0-9]{1,12}$/i.test(extension) ? extension.toLowerCase() : '';
  const clean = tidy(name);
  const isEnded = ending !== '' && clean.toLowerCase().endsWith(ending);
  const stem = tidy(isEnded ? clean.slice(0, -ending.length) : clean) || 'file';
  return `${cut(DEVICE.test(stem) ? `_${stem}` : stem, MAX_BYTES - ending.length)}${ending}`;
}

/** The same for those readers of headers that know nothing but ASCII. */
export function asciiName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]{1,12})?$/s.exec(name) ?? [];
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/g, '_');
  return `${/[a-z0-9]/i.test(plain) ? plain : 'file'}${ending}`;
}

/** Gives each name once, and a number to those that come again; capitals make no difference. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  /** So that of thousands with one name none tries all numbers before its own. */
  const nextNumbers = new Map<string, number>();
  return (name) => {
    const dot = name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    const key = keyOf(name);
    let unique = name;
    let number = nextNumbers.get(key) ?? 2;
    for (; taken.has(keyOf(unique)); number += 1) unique = `${stem} (${number})${ending}`;
    nextNumbers.set(key, number);
    taken.add(keyOf(unique));
    return unique;
  };
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Dots and spaces at either end are dropped or hidden by one file system or another. */
function tidy(text: string): string {
  const clean = text.normalize('NFC').replace(UNFIT, ' ').replace(/\s+/g, ' ');
  const start = clean.search(/[^\s.]/);
  if (start < 0) return '';
  let end = clean.length;
  while (/[\s.]/.test(clean.charAt(end - 1))) end -= 1;
  return clean.slice(start, end);
}

/** Cuts between characters, never inside one. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    kept += character;
  }
  return kept.trimEnd();
}
