import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { transformSync } from 'esbuild';

import type { Database } from './databases';
import { newFolder, removeFolder, startSite, writeFiles } from './installs';
import type { RunningSite } from './installs';
import { demoDir, rootDir } from './paths';
import type { Sample } from './samples';

/**
 * Starts the demo with samples in place of its own files, on a database that stays. The plugin is
 * found as in any site: in `node_modules`, because the package.json of the app names it.
 */
export async function startSampleSite(
  samples: Sample[],
  database: Database,
  env: Record<string, string> = {}
): Promise<RunningSite> {
  const folder = newFolder();
  const app = path.join(folder, 'app');
  const modules = path.join(app, 'node_modules');
  mkdirSync(path.join(app, 'public/uploads'), { recursive: true });
  for (const name of ['config', 'src']) {
    cpSync(path.join(demoDir, 'dist', name), path.join(app, 'dist', name), { recursive: true });
  }
  symlinkSync(path.join(demoDir, 'dist/build'), path.join(app, 'dist/build'));
  mkdirSync(modules);
  for (const name of readdirSync(path.join(rootDir, 'node_modules'))) {
    if (!name.startsWith('.')) {
      symlinkSync(path.join(rootDir, 'node_modules', name), path.join(modules, name));
    }
  }
  symlinkSync(rootDir, path.join(modules, 'strapi-plugin-share-links'));
  // Where the configuration of the demo itself looks for the plugin.
  for (const name of ['package.json', 'dist', 'node_modules']) {
    symlinkSync(path.join(rootDir, name), path.join(folder, name));
  }
  const manifest = JSON.parse(readFileSync(path.join(demoDir, 'package.json'), 'utf8')) as {
    dependencies: object;
  };
  const dependencies = { ...manifest.dependencies, 'strapi-plugin-share-links': '*' };
  writeFiles(app, {
    'package.json': { ...manifest, dependencies },
    // `strapi start` takes an app with this file for one in TypeScript.
    'tsconfig.json': { compilerOptions: { outDir: 'dist' } },
  });
  for (const sample of samples) place(app, sample);
  try {
    const site = await startSite(app, {
      ...database.env,
      DEMO_CONTENT: 'none',
      // Strapi looks for plugins from its own folder, which a link leads out of the app.
      NODE_PATH: modules,
      ...env,
    });
    return {
      ...site,
      async stop() {
        await site.stop();
        await removeFolder(folder);
      },
    };
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

/** Compiles a sample to where `strapi build` would put it. */
function place(app: string, { file, code, language }: Sample): void {
  if (!file) throw new Error('A sample for an app names its file in the first line');
  if (language === 'css') return writeFileSync(path.join(app, file), code);
  const compiled = transformSync(code, { loader: 'ts', format: 'cjs', target: 'node20' }).code;
  writeFileSync(path.join(app, 'dist', file.replace(/\.ts$/, '.js')), compiled);
}
