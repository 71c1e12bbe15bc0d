/**
 * Control and invisible characters, characters that change the text direction, and those that file
 * systems do not allow.
 */
const UNFIT =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Private_Use}\p{Noncharacter_Code_Point}<>:"/\\|?*%]+/gu;

/** Names that Windows reserves for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** In bytes. File systems allow 255; the rest is room for a number. */
const MAX_BYTES = 180;

/**
 * The name for saving a file, made from its name in the media library. It is harmless in a header,
 * in an archive and on every file system, and it ends with the file's real extension.
 */
export function safeName(name: string, extension: string): string {
  const ending = /^\.[a-z0-9]{1,12}$/i.test(extension) ? extension.toLowerCase() : '';
  const clean = tidy(name);
  const isEnded = ending !== '' && clean.toLowerCase().endsWith(ending);
  const stem = tidy(isEnded ? clean.slice(0, -ending.length) : clean) || 'file';
  return `${cut(DEVICE.test(stem) ? `_${stem}` : stem, MAX_BYTES - ending.length)}${ending}`;
}

/** The same name for programs that read only ASCII in headers. */
export function asciiName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]{1,12})?$/s.exec(name) ?? [];
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/g, '_');
  return `${/[a-z0-9]/i.test(plain) ? plain : 'file'}${ending}`;
}

/** Returns a function that adds a number to a name that was already used. It ignores case. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  /** The next free number of each name, so that thousands of equal names need no long search. */
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

/** Trims dots and spaces at both ends: some file systems drop or hide them. */
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
