/**
 * A step of `npm run build`: puts the client that the plugin exports into the package of its own
 * that front ends install.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const from = path.join(root, 'dist/client');
const to = path.join(root, 'client/dist');

rmSync(to, { recursive: true, force: true });
mkdirSync(to);
for (const file of ['index.js', 'index.mjs', 'index.d.ts']) {
  copyFileSync(path.join(from, file), path.join(to, file));
}
// Without types of their own, TypeScript takes ES modules for CommonJS.
copyFileSync(path.join(from, 'index.d.ts'), path.join(to, 'index.d.mts'));
