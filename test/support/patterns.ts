import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

export interface FoundPattern {
  /** The file and the line. */
  place: string;
  /** The source text of the pattern. */
  text: string;
  /** Null if the pattern is built at run time. */
  pattern: RegExp | null;
}

const root = path.join(import.meta.dirname, '../..');

/** Finds every regular expression in the code of some folders. */
export function patternsIn(folders: string[]): FoundPattern[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .sort()
      .flatMap((file) => patternsOf(path.posix.join(folder, file)))
  );
}

function patternsOf(file: string): FoundPattern[] {
  const code = readFileSync(path.join(root, file), 'utf8');
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: FoundPattern[] = [];
  const add = (node: ts.Node, pattern: RegExp | null) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ place: `${file}:${line + 1}`, text: node.getText(), pattern });
  };
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) add(node, literalOf(node.text));
    const isMade =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText() === 'RegExp';
    if (isMade) add(node, constantOf(node.arguments ?? []));
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

function literalOf(text: string): RegExp {
  const end = text.lastIndexOf('/');
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}

/** The pattern of `new RegExp('a+', 'g')`, which is as good as a literal. */
function constantOf(args: readonly ts.Expression[]): RegExp | null {
  const texts = args.map((arg) => (ts.isStringLiteralLike(arg) ? arg.text : null));
  const [pattern, flags] = texts;
  if (!pattern || texts.includes(null)) return null;
  return new RegExp(pattern, flags ?? undefined);
}
