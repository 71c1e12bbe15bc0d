/** Something that starts with `<` and is no text. `end` is the first place after it. */
type Tag =
  | { kind: 'start' | 'end'; name: string; attributes: string[]; end: number }
  | { kind: 'comment'; end: number };

/** Reads what starts at `<`. Returns null if the sign is text. */
export function readTag(html: string, open: number): Tag | null {
  if (html.startsWith('<!--', open)) return { kind: 'comment', end: endOfComment(html, open + 4) };
  const isEnd = html[open + 1] === '/';
  const nameStart = isEnd ? open + 2 : open + 1;
  if (!isLetter(html[nameStart])) {
    const isBogus = html[open + 1] === '!' || html[open + 1] === '?' || isEnd;
    return isBogus && nameStart < html.length
      ? { kind: 'comment', end: after(html, '>', nameStart) }
      : null;
  }
  let at = endOfName(html, nameStart);
  const name = html.slice(nameStart, at).toLowerCase();
  const attributes: string[] = [];
  for (;;) {
    while (at < html.length && (isBlank(html[at]) || html[at] === '/')) at += 1;
    // A tag that never ends is no text either.
    if (at >= html.length) return { kind: 'comment', end: html.length };
    if (html[at] === '>') break;
    const nameEnd = endOfName(html, html[at] === '=' ? at + 1 : at, '=');
    attributes.push(html.slice(at, nameEnd).toLowerCase());
    at = endOfValue(html, nameEnd);
  }
  return { kind: isEnd ? 'end' : 'start', name, attributes, end: at + 1 };
}

/** Both `<!-->` and `<!--->` are empty comments. */
function endOfComment(html: string, start: number): number {
  if (html[start] === '>') return start + 1;
  if (html.startsWith('->', start)) return start + 2;
  return after(html, '-->', start);
}

function endOfName(html: string, at: number, stop = ''): number {
  while (at < html.length && !isBlank(html[at]) && !`/>${stop}`.includes(html[at]!)) at += 1;
  return at;
}

/** The place after the value of an attribute. It is the same place if there is no value. */
function endOfValue(html: string, nameEnd: number): number {
  let at = nameEnd;
  while (isBlank(html[at])) at += 1;
  if (html[at] !== '=') return nameEnd;
  at += 1;
  while (isBlank(html[at])) at += 1;
  if (html[at] === '"' || html[at] === "'") return after(html, html[at]!, at + 1);
  while (at < html.length && !isBlank(html[at]) && html[at] !== '>') at += 1;
  return at;
}

/** The place after the next such signs, or the end if there are none. */
function after(html: string, signs: string, from: number): number {
  const at = html.indexOf(signs, from);
  return at < 0 ? html.length : at + signs.length;
}

const isLetter = (char: string | undefined) => char !== undefined && /[a-z]/i.test(char);

const isBlank = (char: string | undefined) => char !== undefined && /[\t\n\f\r ]/.test(char);
