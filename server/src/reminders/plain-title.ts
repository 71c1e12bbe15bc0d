/** Characters of a title that a subject has room for. */
const MAX_LENGTH = 80;

/** All that is read of a text that is longer still, as a title may be. */
const MAX_READ = 1000;

/** Line breaks and other controls, and marks that turn the direction of what follows. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** What nobody sees, and browsers leave out of an address. Emoji and some scripts need it. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;

/** Signs that addresses are made of: ASCII, its wide forms, and what stands for a dot. */
const IN_ADDRESSES = /[\x21-\x7e\u2024\u3002\ufe52\ufe6b\uff01-\uff61]/;

/** What mail programs would make a link of, and an address of a share on a network. */
const ADDRESSES = /\b[a-z][a-z0-9+.-]{0,30}:\/\/\S*|\bwww\.\S*/giu;
const SHARES = /\\{2,}/g;

const AT = /(?<=[\p{L}\p{N}\p{M}_.+%-])[@\uff20\ufe6b](?=[\p{L}\p{N}\p{M}_[-])/gu;

const IP_ADDRESSES = /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d)/g;

/** Ends of the names of files, none of which is the end of a domain. */
const FILE_ENDS =
  'pdf|docx?|xlsx?|pptx?|od[tsp]|txt|csv|jpe?g|png|gif|svg|webp|mp[34]|html?|css|[jt]sx?|json|xml|exe';

/**
 * The dot before a part of two letters at least, as the last one of every domain is. A full stop of
 * East Asia is one only where Latin letters follow: elsewhere it ends a sentence.
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
 * What editors have written, as one short line of words that is safe in a header of a mail. Mail
 * programs make links of bare domains and mail addresses, too: their dots become `·`, which reads
 * almost alike and is in no domain. An unseen sign would not do: browsers take it out again.
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
