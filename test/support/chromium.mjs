import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const USUAL_PLACES = [
  // The one without windows draws the same pages in half the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium for the browser tests, or null. `CHROMIUM_PATH` comes first. */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return existsSync(wanted) ? wanted : null;
  return [...USUAL_PLACES, playwrightsOwn()].find((place) => place && existsSync(place)) ?? null;
}

function playwrightsOwn() {
  const require = createRequire(import.meta.url);
  try {
    return require('playwright-core').chromium.executablePath();
  } catch {
    return null;
  }
}

/** Finds a Chromium or tries to install one. @returns its path, or null if that fails */
export function ensureChromium() {
  const found = findChromium();
  if (found || process.env.CHROMIUM_PATH) return found;

  console.log('No Chromium found; trying to install one …');
  const attempts = [
    ['apt-get', ['install', '-y', '-qq', 'chromium']],
    ['npx', ['playwright-core', 'install', 'chromium']],
  ];
  for (const [command, args] of attempts) {
    if (command === 'apt-get') spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    const installed = findChromium();
    if (installed) return installed;
  }
  return null;
}
