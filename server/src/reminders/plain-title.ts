/** The maximum length of a title in a subject. */
const MAX_LENGTH = 80;

/** Only this much of a longer text is read. */
const MAX_READ = 1000;

/** Line breaks, other control characters, and marks that change the text direction. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Invisible characters, which browsers drop from an address. Emoji and some scripts need them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;

/** Characters of addresses: ASCII, its full-width forms, and other forms of a dot. */
const IN_ADDRESSES = /[\x21-\x7e\u2024\u3002\ufe52\ufe6b\uff01-\uff61]/;

/** Addresses that mail programs turn into links. `SHARES` is for addresses of network shares. */
const ADDRESSES = /\b[a-z][a-z0-9+.-]{0,30}:\/\/\S*|\bwww\.\S*/giu;
const SHARES = /\\{2,}/g;

const AT = /(?<=[\p{L}\p{N}\p{M}_.+%-])[@\uff20\ufe6b](?=[\p{L}\p{N}\p{M}_[-])/gu;

const IP_ADDRESSES = /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d)/g;

/** File extensions, none of which is a top-level domain. */
const FILE_ENDS =
  'pdf|docx?|xlsx?|pptx?|od[tsp]|txt|csv|jpe?g|png|gif|svg|webp|mp[34]|html?|css|[jt]sx?|json|xml|exe';

/**
 * A dot before a part of at least two letters, as the last part of every domain has. An East Asian
 * full stop counts only before Latin letters: elsewhere it ends a sentence.
 */
const DOTS = new RegExp(
  String.raw`(?<=[^\s.\u2024\u3002\ufe52\uff0e\uff61])(?:` +
    String.raw`[.\u2024\ufe52\uff0e]` +
    String.raw`(?!(?:${FILE_ENDS})(?![\p{L}\p{M}\p{N}_-]|[.\u2024\u3002\ufe52\uff0e\uff61][\p{L}\p{N}]))` +
    String.raw`(?=[\p{L}\p{M}][\p{L}\p{M}\p{N}-])|` +
    String.raw`[\u3002\uff61](?=[a-z][a-z0-9-]))`,
  'giu'
);

/**
 * Turns a title from an editor into one short line that is safe in a mail header. Mail programs
 * also turn bare domains and mail addresses into links, so their dots become `·`, which looks
 * similar and is in no domain. An invisible character would not help: browsers remove it.
 */
export function plainTitle(text: string): string {
  const line = text
    .slice(0, MAX_READ)
    .replace(CONTROLS, ' ')
    .replace(UNSEEN, keepOutsideAddresses)
    .replace(ADDRESSES, '…')
    .replace(SHARES, '\\')
    .replace(AT, ' @ ')
    .replace(IP_ADDRESSES, (address) => address.replaceAll('.', '·'))
    .replace(DOTS, '·')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= MAX_LENGTH) return line;
  return `${characters
    .slice(0, MAX_LENGTH - 1)
    .join('')
    .trimEnd()}…`;
}

function keepOutsideAddresses(unseen: string, at: number, text: string): string {
  const around = (text[at - 1] ?? '') + (text[at + unseen.length] ?? '');
  return IN_ADDRESSES.test(around) ? '' : unseen;
}
