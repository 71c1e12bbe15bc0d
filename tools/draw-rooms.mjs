/**
 * `npm run docs:rooms` draws in CONTRIBUTING.md which room imports which. With `--check` it writes
 * nothing, and fails if the drawing does not match the source.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cruise } from 'dependency-cruiser';

const root = path.resolve(import.meta.dirname, '..');
const page = path.join(root, 'CONTRIBUTING.md');

const before = readFileSync(page, 'utf8');
let after = before;
for (const source of ['server/src', 'admin/src']) {
  after = replaceDrawing(after, source, draw(await importsWithin(source)));
}
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('The drawing in CONTRIBUTING.md is old. Run: npm run docs:rooms');
    process.exit(1);
  }
} else {
  writeFileSync(page, after);
}

/** Room → the rooms that it imports, sorted by name. */
async function importsWithin(source) {
  const { output } = await cruise([source], {
    baseDir: root,
    tsPreCompilationDeps: true,
    includeOnly: `^${source}/`,
  });
  const imports = new Map();
  for (const { source: file, dependencies } of output.modules) {
    const room = roomOf(source, file);
    const known = imports.get(room) ?? new Set();
    imports.set(room, known);
    for (const { resolved } of dependencies) known.add(roomOf(source, resolved));
    known.delete(room);
  }
  return new Map([...imports].sort().map(([room, known]) => [room, [...known].sort()]));
}

/** The folder of a file. Files outside of the rooms belong to `start`. */
function roomOf(source, file) {
  const [room, ...rest] = path.posix.relative(source, file).split('/');
  if (rest.length > 0) return room;
  return room === 'api.ts' ? 'api' : 'start';
}

/**
 * Draws the rooms without the arrows that follow from others, so that the drawing stays readable.
 */
function draw(imports) {
  const left = new Map([...imports].map(([room, known]) => [room, new Set(known)]));
  for (const [room, known] of imports) {
    for (const other of known) {
      left.get(room).delete(other);
      if (!reaches(left, room, other)) left.get(room).add(other);
    }
  }
  const node = (room) => `${room.replaceAll('-', '_')}["${room}"]`;
  const arrows = [...left].flatMap(([room, known]) =>
    [...known].map((other) => `  ${node(room)} --> ${node(other)}`)
  );
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}

function reaches(imports, from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(imports.get(from) ?? [])].some((next) => reaches(imports, next, to, seen));
}

function replaceDrawing(text, source, drawing) {
  const [start, end] = [`<!-- rooms of ${source} -->`, '<!-- end of rooms -->'];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0)
    throw new Error(`CONTRIBUTING.md has no place for the rooms of ${source}`);
  return `${text.slice(0, from + start.length)}\n\n${drawing}\n\n${text.slice(to)}`;
}
