import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian installs it where a normal user's PATH does not look. */
const USUAL_PLACES = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];

/** The path of an nginx for the tests behind a proxy, or null. */
export function findNginx() {
  const found = USUAL_PLACES.find((place) => existsSync(place));
  if (found) return found;
  return spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0 ? 'nginx' : null;
}

/** Finds an nginx or tries to install one. @returns its path, or null if that fails */
export function ensureNginx() {
  const found = findNginx();
  if (found) return found;
  console.log('No nginx found; trying to install one …');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', 'nginx'], { stdio: 'inherit' });
  return findNginx();
}
