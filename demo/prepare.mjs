/**
 * Prepares the demo: dependencies, builds, secrets. Each step first checks whether it has anything
 * to do, so running all of them again takes only a moment. It uses only Node's own modules, because
 * it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const demoDir = path.dirname(fileURLToPath(import.meta.url));
export const rootDir = path.dirname(demoDir);
export const distDir = path.join(demoDir, 'dist');

const lockFile = path.join(rootDir, 'package-lock.json');
const pluginDist = path.join(rootDir, 'dist');

const stamps = {
  install: path.join(rootDir, 'node_modules', '.installed-lock-hash'),
  plugin: path.join(pluginDist, '.source-hash'),
  demo: path.join(distDir, '.source-hash'),
};

/** Loads packages as the demo would. */
export const requireFromDemo = createRequire(path.join(demoDir, 'package.json'));

const say = (text) => console.log(`\n› ${text}\n`);

const run = (command, args, { cwd, env }) => {
  const { status, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    // On Windows npm is a script, and only a shell can start scripts.
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (error || status !== 0) {
    const place = path.relative(rootDir, cwd) || 'the root folder';
    throw new Error(`\`${[command, ...args].join(' ')}\` failed in ${place}.`);
  }
};

const isIgnored = (name) => name.startsWith('.') || ['node_modules', 'dist'].includes(name);

const filesIn = (place) => {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .filter((name) => !isIgnored(name))
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
};

/** One hash of the names and contents of files and folders. */
const hashOf = (places, keep = () => true) => {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesIn).filter(keep)) {
    hash.update(path.relative(rootDir, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

const readStamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Returns true if npm's own record of node_modules matches the lock file, so somebody has already
 * installed by hand.
 */
const isInstalledByHand = () => {
  const record = path.join(rootDir, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = packagesOf(record);
  return Object.entries(packagesOf(lockFile))
    .filter(([place, { link }]) => place.includes('node_modules/') && !link)
    .every(([place, { version, optional }]) =>
      present[place] ? present[place].version === version : optional
    );
};

export const ensureInstalled = () => {
  const hash = hashOf([lockFile]);
  if (readStamp(stamps.install) === hash) return;
  if (!isInstalledByHand()) {
    say('Installing the dependencies (npm ci). This takes about three minutes, once.');
    run('npm', ['ci', '--include=dev'], { cwd: rootDir });
  }
  writeFileSync(stamps.install, hash);
};

const pluginSources = [
  'strapi-server.ts',
  'strapi-admin.ts',
  'client',
  'contracts',
  'server',
  'admin',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.types.json',
  'tools/roll-up-types.mjs',
  'tools/build-client.mjs',
].map((name) => path.join(rootDir, name));

export const ensurePluginBuilt = () => {
  const hash = hashOf(pluginSources);
  if (readStamp(stamps.plugin) === hash) return;
  say('Building the plugin. This takes about twenty seconds.');
  run('npm', ['run', 'build'], { cwd: rootDir, env: { NODE_ENV: 'production' } });
  writeFileSync(stamps.plugin, hash);
};

const demoSources = ['config', 'src', 'package.json', 'tsconfig.json'].map((name) =>
  path.join(demoDir, name)
);

/**
 * The panel's bundle contains only the admin half of the plugin; the server half loads at the
 * start.
 */
const demoHash = () =>
  hashOf(
    [...demoSources, lockFile, path.join(pluginDist, 'admin')],
    (file) => !file.startsWith(pluginDist) || /\.(m?js|css)$/.test(file)
  );

/** Bundles the example front end, like a site would. This takes only a moment. */
const buildExample = () => {
  requireFromDemo('esbuild').buildSync({
    entryPoints: [path.join(demoDir, 'example', 'main.ts')],
    outfile: path.join(demoDir, 'public', 'example', 'example.js'),
    // A site would install the package; the demo uses the build in this repository.
    alias: {
      'strapi-plugin-share-links-client': path.join(rootDir, 'client', 'dist', 'index.mjs'),
    },
    bundle: true,
    format: 'esm',
    target: 'es2022',
  });
};

export const ensureDemoBuilt = () => {
  buildExample();
  const hash = demoHash();
  if (readStamp(stamps.demo) === hash) return;
  say('Building the demo app and its panel. This takes about half a minute.');
  // Removes old output: Strapi would still load the output of a deleted source file.
  rmSync(distDir, { recursive: true, force: true });
  const strapiBin = path.join(
    path.dirname(requireFromDemo.resolve('@strapi/strapi/package.json')),
    'bin',
    'strapi.js'
  );
  run(process.execPath, [strapiBin, 'build'], { cwd: demoDir, env: { NODE_ENV: 'production' } });
  if (!existsSync(path.join(distDir, 'build', 'index.html'))) {
    throw new Error('`strapi build` ended without a panel in demo/dist/build.');
  }
  writeFileSync(stamps.demo, hash);
};

const secret = () => randomBytes(24).toString('base64url');

/** Writes `.env` with new secrets. It never changes an existing file. */
export const ensureEnv = () => {
  const lines = [
    '# Secrets of this copy of the demo. See .env.example for what else may stand here.',
    `APP_KEYS=${secret()},${secret()}`,
    ...[
      'API_TOKEN_SALT',
      'ADMIN_JWT_SECRET',
      'TRANSFER_TOKEN_SALT',
      'ENCRYPTION_KEY',
      'JWT_SECRET',
    ].map((name) => `${name}=${secret()}`),
  ];
  try {
    writeFileSync(path.join(demoDir, '.env'), `${lines.join('\n')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
};

/** Runs all steps in the order of their dependencies. */
export const prepareDemo = () => {
  ensureInstalled();
  ensureEnv();
  ensurePluginBuilt();
  ensureDemoBuilt();
};
