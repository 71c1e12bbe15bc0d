/** A text with its percent-encoding undone, and where each of its characters comes from. */
export interface Decoded {
  text: string;
  /** Where in the original a character begins; that of the end is the original's end. */
  at(index: number): number;
}

/**
 * Undoes percent-encoding as often as it was done: `%252F` and `%%32%46` are slashes, too. In one
 * pass, since visitors write what is decoded. Bytes that are no ASCII become one sign each.
 */
export function decodeFully(original: string): Decoded {
  if (!original.includes('%')) return { text: original, at: (index) => index };
  const characters: string[] = [];
  const starts: number[] = [];
  for (let index = 0; index < original.length; index += 1) {
    characters.push(original[index]!);
    starts.push(index);
    // What was put together may be a part of the next one.
    for (let code = lastCode(characters); code !== null; code = lastCode(characters)) {
      characters.length -= 2;
      starts.length -= 2;
      characters[characters.length - 1] = code < 0x80 ? String.fromCharCode(code) : '\ufffd';
    }
  }
  return { text: characters.join(''), at: (index) => starts[index] ?? original.length };
}

/** The byte that the last three characters stand for; null when it is none. */
function lastCode(characters: string[]): number | null {
  const { length } = characters;
  if (characters[length - 3] !== '%') return null;
  const hex = characters[length - 2]! + characters[length - 1]!;
  return /^[0-9a-f]{2}$/i.test(hex) ? parseInt(hex, 16) : null;
}
