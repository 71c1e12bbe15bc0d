/** `documents(title).files`, which says by what related entries are named → `documents.files` */
export function plainPath(path: string): string {
  return path.replace(/\([^).]*\)/g, '');
}
