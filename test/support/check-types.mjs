/**
 * Compiles files of a folder and checks the types of its packages too, then prints the errors as
 * JSON: `node check-types.mjs FOLDER OPTIONS FILE…`. It runs in its own process, so that it does
 * not block the tests.
 */
import path from 'node:path';

import ts from 'typescript';

const [folder, json, ...files] = process.argv.slice(2);
const { options } = ts.convertCompilerOptionsFromJson(JSON.parse(json), folder);
const program = ts.createProgram(files, options);

// Packages in other folders are not checked; Strapi’s own types have errors.
const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
const lines = ours
  .flatMap((file) => [...program.getSemanticDiagnostics(file)])
  .map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    return `${path.basename(file?.fileName ?? '')}: ${text}`;
  });
console.log(JSON.stringify(lines));
