/**
 * Prints, as JSON, what the compiler says of files of a folder and of the packages in it, whose
 * types it checks as well: `node check-types.mjs FOLDER OPTIONS FILE…`. A process of its own, so
 * that the tests' own stays awake.
 */
import path from 'node:path';

import ts from 'typescript';

const [folder, json, ...files] = process.argv.slice(2);
const { options } = ts.convertCompilerOptionsFromJson(JSON.parse(json), folder);
const program = ts.createProgram(files, options);

// Types of packages elsewhere are theirs to check, and those of Strapi have errors.
const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
const lines = ours
  .flatMap((file) => [...program.getSemanticDiagnostics(file)])
  .map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    return `${path.basename(file?.fileName ?? '')}: ${text}`;
  });
console.log(JSON.stringify(lines));
