/** Leaves out the titles of related types: `documents(title).files` → `documents.files`. */
export function plainPath(path: string): string {
  return path.replace(/\([^).]*\)/g, '');
}

/** Writes fields by their labels, and those without one by their paths; each once. */
export function fieldNamesOf(paths: string[], labels: Record<string, string>): string {
  return [...new Set(paths.map((path) => labels[path] ?? plainPath(path)))].join(', ');
}

/** Returns the attributes that paths such as `documents(title).files` start with, each once. */
export function topLevel(paths: string[]): string[] {
  return [...new Set(paths.map((path) => path.split(/[.(]/)[0] ?? path))];
}
