/** `documents(title).files`, which says by what related entries are named → `documents.files` */
export function plainPath(path: string): string {
  return path.replace(/\([^).]*\)/g, '');
}

/** Names of the attributes that paths such as `documents(title).files` belong to, each once. */
export function topLevel(paths: string[]): string[] {
  return [...new Set(paths.map((path) => path.split(/[.(]/)[0] ?? path))];
}
