import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { copyFolder } from './copy-folder';
import { TEST_SECRETS, demoDir, rootDir } from './paths';

export interface DemoCopy {
  dir: string;
  remove(): Promise<void>;
}

/** Not needed in a copy, or made anew there. */
const LEFT_OUT = ['.strapi', '.tmp', 'dist', 'example', 'node_modules'];

/**
 * A copy of the demo app that is built for an address of its own: a panel knows its address from
 * its build. The build takes about half a minute.
 */
export async function buildDemoCopy(env: Record<string, string>): Promise<DemoCopy> {
  // Below the root folder, because the copy finds its packages there.
  mkdirSync(path.join(rootDir, 'test/.tmp'), { recursive: true });
  const dir = mkdtempSync(path.join(rootDir, 'test/.tmp/demo-'));
  copyFolder(demoDir, dir, (from) => !LEFT_OUT.includes(path.relative(demoDir, from)));
  const plugins = path.join(dir, 'config/plugins.ts');
  const text = readFileSync(plugins, 'utf8');
  writeFileSync(plugins, text.replace("path.resolve(appDir, '..')", JSON.stringify(rootDir)));
  const bin = createRequire(path.join(demoDir, 'package.json')).resolve(
    '@strapi/strapi/package.json'
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(path.dirname(bin), 'bin/strapi.js'), 'build'],
    {
      cwd: dir,
      encoding: 'utf8',
      env: { ...process.env, ...TEST_SECRETS, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
    }
  );
  if (status !== 0) throw new Error(`The copy of the demo was not built: ${stdout}${stderr}`);
  return {
    dir,
    remove: async () => rmSync(dir, { recursive: true, force: true }),
  };
}
