import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { copyFolder } from './copy-folder';
import { demoDir, rootDir } from './paths';

export interface SiteFolder {
  appDir: string;
  remove(): void;
}

/** What an app needs besides the packages. */
const PARTS = ['config', 'src', 'public', 'favicon.png', 'package.json', 'tsconfig.json'];

/** The demo in a folder of its own, for commands that write into the app. */
export function siteFolder(): SiteFolder {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'share-links-site-')));
  const appDir = path.join(folder, 'demo');
  mkdirSync(appDir);
  for (const part of PARTS) copyFolder(path.join(demoDir, part), path.join(appDir, part));
  // The configuration of the demo loads the plugin from the folder above.
  for (const part of ['node_modules', 'dist', 'package.json']) {
    symlinkSync(path.join(rootDir, part), path.join(folder, part));
  }
  return { appDir, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
