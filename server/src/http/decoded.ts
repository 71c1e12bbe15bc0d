/** A decoded text, with the original position of each character. */
export interface Decoded {
  text: string;
  /**
   * The position in the original where a character begins. For the end it returns the original's
   * end.
   */
  at(index: number): number;
}

/**
 * Decodes percent-encoding until none is left: `%252F` and `%%32%46` are slashes too. It takes one
 * pass, because visitors control the text. Each byte that is not ASCII becomes one replacement
 * character.
 */
export function decodeFully(original: string): Decoded {
  if (!original.includes('%')) return { text: original, at: (index) => index };
  const characters: string[] = [];
  const starts: number[] = [];
  for (let index = 0; index < original.length; index += 1) {
    characters.push(original[index]!);
    starts.push(index);
    // The decoded character can be part of the next code.
    for (let code = lastCode(characters); code !== null; code = lastCode(characters)) {
      characters.length -= 2;
      starts.length -= 2;
      characters[characters.length - 1] = code < 0x80 ? String.fromCharCode(code) : '\ufffd';
    }
  }
  return { text: characters.join(''), at: (index) => starts[index] ?? original.length };
}

/** The byte that the last three characters encode. Returns null if they encode none. */
function lastCode(characters: string[]): number | null {
  const { length } = characters;
  if (characters[length - 3] !== '%') return null;
  const hex = characters[length - 2]! + characters[length - 1]!;
  return /^[0-9a-f]{2}$/i.test(hex) ? parseInt(hex, 16) : null;
}
