/**
 * `npm run changeset`: the changesets command for the two published packages. If a root has
 * workspaces, changesets only looks at those, so the root is one of them while the command runs.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const file = path.join(root, 'package.json');

const whole = readFileSync(file, 'utf8');
const published = { ...JSON.parse(whole), workspaces: ['.', 'client'] };

// Ctrl+C ends only the command, so that this script can still restore the file.
process.on('SIGINT', () => {});
writeFileSync(file, `${JSON.stringify(published, null, 2)}\n`);
let status;
try {
  const args = ['changeset', ...process.argv.slice(2)];
  ({ status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit' }));
} finally {
  const { version } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, whole.replace(/"version": "[^"]*"/, `"version": "${version}"`));
}
process.exit(status ?? 1);
