const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

const ENTITIES = /&(?:#(\d{1,9})|#[xX]([\da-fA-F]{1,8})|(amp|lt|gt|quot|apos|nbsp));/g;

/** A browser reads the codes from 128 to 159 as the old Windows characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Replaces the entities that the plugin's renderers write, as a browser does. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITIES, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? all;
    return characterOf(parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10));
  });
}

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80]!;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || isSurrogate || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
