import { execFile, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { freePort } from './app';
import { TEST_SECRETS, rootDir } from './paths';

export type PackageManager = 'npm' | 'pnpm';

const execute = promisify(execFile);

/** Files by their path in a folder. */
export type Files = Record<string, string | object>;

export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

export const newFolder = (): string =>
  realpathSync(mkdtempSync(path.join(tmpdir(), 'share-links-install-')));

/** Without waiting in the way of Vitest: an app has a hundred thousand files. */
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

/** Runs a command in a folder. If it fails, the error has all that the command said. */
export async function run(
  folder: string,
  command: string,
  args: string[],
  env: Record<string, string> = {}
): Promise<string> {
  const options = { cwd: folder, env: { ...plainEnv(), ...env }, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await execute(command, args, options);
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}\n${stderr}`, {
      cause: error,
    });
  }
}

/** The environment of a person, without what npm and Vitest add for their children. */
function plainEnv(): NodeJS.ProcessEnv {
  const isAdded = (name: string) => /^(npm_|VITEST|NODE_ENV$|NODE_PATH$|DATABASE_)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isAdded(name)));
}

/** Packs a package of the repository as it would be published. */
export async function pack(from: string, to: string): Promise<string> {
  const said = await run(path.join(rootDir, from), 'npm', [
    'pack',
    '--json',
    '--pack-destination',
    to,
  ]);
  const [{ filename }] = JSON.parse(said) as [{ filename: string }];
  return path.join(to, filename);
}

const QUIET = ['--no-audit', '--no-fund', '--prefer-offline'];

/**
 * Installs what a folder's package.json names. Install scripts do not run: only the driver of
 * SQLite needs one, and `lendSqlite` brings what it would compile.
 */
export async function install(folder: string, manager: PackageManager, tools: string) {
  if (manager === 'npm') {
    await run(folder, 'npm', ['install', '--ignore-scripts', ...QUIET]);
  } else {
    await run(folder, await pnpm(tools), ['install', '--ignore-scripts', '--prefer-offline']);
  }
  lendSqlite(folder);
}

/**
 * Lets npm take the versions that this repository has of the packages of an app. Looking up the
 * newest of a thousand packages takes minutes.
 */
export function lendLock(folder: string): void {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const lock = read(path.join(rootDir, 'package-lock.json')) as unknown as Lock;
  const manifest = read(path.join(folder, 'package.json'));
  const known = Object.entries(lock.packages).filter(
    ([place, { link }]) => place.startsWith('node_modules/') && !link
  );
  const packages = { '': manifest, ...Object.fromEntries(known) };
  writeFiles(folder, { 'package-lock.json': { lockfileVersion: 3, requires: true, packages } });
}

interface Lock {
  packages: Record<string, { link?: boolean }>;
}

/** The command of pnpm, which is installed beside the app. */
async function pnpm(tools: string): Promise<string> {
  const command = path.join(tools, 'node_modules/.bin/pnpm');
  if (!existsSync(command)) {
    writeFiles(tools, { 'package.json': { private: true } });
    await run(tools, 'npm', ['install', ...QUIET, 'pnpm@10']);
  }
  return command;
}

export async function uninstall(
  folder: string,
  manager: PackageManager,
  tools: string,
  name: string
): Promise<void> {
  if (manager === 'npm')
    await run(folder, 'npm', ['uninstall', '--ignore-scripts', ...QUIET, name]);
  else await run(folder, await pnpm(tools), ['remove', '--config.ignore-scripts=true', name]);
  lendSqlite(folder);
}

/** Copies the compiled driver of SQLite, which takes minutes to compile again. */
function lendSqlite(folder: string): void {
  const place = path.join(folder, 'node_modules/better-sqlite3');
  if (!existsSync(place)) return;
  const ours = path.dirname(
    createRequire(path.join(rootDir, 'demo/package.json')).resolve('better-sqlite3/package.json')
  );
  cpSync(path.join(ours, 'build'), path.join(realpathSync(place), 'build'), { recursive: true });
}

/** The version of the driver that `lendSqlite` lends. */
export function sqliteVersion(): string {
  const { dependencies } = JSON.parse(
    readFileSync(path.join(rootDir, 'demo/package.json'), 'utf8')
  ) as { dependencies: Record<string, string> };
  return dependencies['better-sqlite3']!;
}

export interface RunningSite {
  url: string;
  log(): string;
  stop(): Promise<void>;
}

/** Starts a built site with `strapi start`, as a host does. */
export async function startSite(
  folder: string,
  env: Record<string, string> = {}
): Promise<RunningSite> {
  const port = await freePort();
  let said = '';
  const bin = path.join(folder, 'node_modules/@strapi/strapi/bin/strapi.js');
  const child = spawn(process.execPath, [bin, 'start'], {
    cwd: folder,
    env: {
      ...plainEnv(),
      ...TEST_SECRETS,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      STRAPI_TELEMETRY_DISABLED: 'true',
      ...env,
    },
  });
  const note = (chunk: Buffer) => (said += chunk.toString());
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The site ended at its start:\n${said}`);
    if (await isUp(url)) return { url, log: () => said, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`The site did not start:\n${said}`);
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    return false;
  }
}

/** Every file of a folder that a build wrote, as one text. */
export function textOf(folder: string, ending: RegExp): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}
