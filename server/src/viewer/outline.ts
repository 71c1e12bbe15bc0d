/**
 * Gives the headings of a text their place below the heading it stands under. Editors choose levels
 * by their looks and start where they like; a reader who jumps from heading to heading needs an
 * outline without gaps.
 */
export function fitLevels(levels: number[], base: number): number[] {
  const open: number[] = [];
  return levels.map((level) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(base + open.length - 1, 6);
  });
}

/**
 * The same for HTML made by the plugin's own markdown renderer, whose headings have no attributes.
 */
export function fitHeadings(html: string, base: number): string {
  const levels = [...html.matchAll(/<h([1-6])>/g)].map((match) => Number(match[1]));
  const fitted = fitLevels(levels, base);
  let index = -1;
  return html.replace(/<(\/?)h[1-6]>/g, (_tag, slash: string) => {
    if (slash === '') index += 1;
    return `<${slash}h${fitted[index] ?? 6}>`;
  });
}
