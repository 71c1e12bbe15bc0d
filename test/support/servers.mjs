/**
 * Starts a separate PostgreSQL or MariaDB for the suites, on a free port of this machine, with its
 * data in a temporary folder; it is stopped and deleted afterwards.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/** @typedef {{ env: Record<string, string>, stop(): Promise<void> }} Server */

const has = (command) => spawnSync('which', [command]).status === 0;

function postgresBin() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => path.join(root, version, 'bin')).find(existsSync) ?? null;
}

/** The databases that this machine can start. */
export function availableDatabases() {
  const found = ['sqlite'];
  if (postgresBin()) found.push('postgres');
  if (has('mariadbd') && has('mariadb-dump')) found.push('mysql');
  return found;
}

/** @returns {Promise<Server>} */
export async function startDatabase(kind) {
  if (kind === 'sqlite') return { env: {}, stop: async () => {} };
  const folder = mkdtempSync(path.join(tmpdir(), `share-links-${kind}-`));
  const port = await freePort();
  const start = kind === 'postgres' ? startPostgres : startMariadb;
  const { child, user } = start(folder, port);
  await untilUp(port, child);
  if (kind === 'mysql') prepareMariadb(folder);
  return {
    env: { TEST_DATABASE: kind, TEST_DATABASE_PORT: String(port), TEST_DATABASE_USER: user },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill(kind === 'postgres' ? 'SIGINT' : 'SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root, so root runs it as the user that its package has created. */
function startPostgres(folder, port) {
  const bin = postgresBin();
  const isRoot = userInfo().uid === 0;
  const as = (program, args) =>
    isRoot
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]]
      : [program, args];
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  const data = path.join(folder, 'data');
  const passwords = path.join(tmpdir(), `${path.basename(folder)}.password`);
  writeFileSync(passwords, 'strapi\n', { mode: 0o644 });
  const init = [
    '-D',
    data,
    '-U',
    'strapi',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwords}`,
    '-E',
    'UTF8',
  ];
  execFileSync(...as(path.join(bin, 'initdb'), init), { stdio: 'pipe', cwd: '/' });
  rmSync(passwords);
  const options = [
    '-D',
    data,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    folder,
    '-c',
    'fsync=off',
    '-c',
    'max_connections=300',
  ];
  const child = spawn(...as(path.join(bin, 'postgres'), options), { stdio: 'ignore', cwd: '/' });
  return { child, user: 'strapi' };
}

function startMariadb(folder, port) {
  const data = path.join(folder, 'data');
  const user = userInfo().username;
  execFileSync(
    'mariadb-install-db',
    [
      `--datadir=${data}`,
      `--user=${user}`,
      '--auth-root-authentication-method=socket',
      '--skip-test-db',
    ],
    { stdio: 'pipe' }
  );
  const options = [
    '--no-defaults',
    `--datadir=${data}`,
    `--user=${user}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${path.join(folder, 'socket')}`,
    `--pid-file=${path.join(folder, 'pid')}`,
    '--max-connections=300',
    '--innodb-flush-log-at-trx-commit=0',
  ];
  return { child: spawn('mariadbd', options, { stdio: 'ignore' }), user: 'strapi' };
}

function prepareMariadb(folder) {
  execFileSync('mariadb', [`--socket=${path.join(folder, 'socket')}`], {
    input:
      "CREATE USER 'strapi'@'127.0.0.1' IDENTIFIED BY 'strapi';" +
      "GRANT ALL ON *.* TO 'strapi'@'127.0.0.1';",
  });
}

async function untilUp(port, child) {
  for (let tries = 0; tries < 150; tries += 1) {
    if (child.exitCode !== null) throw new Error('The database server stopped before it was up');
    const isUp = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The database server did not start in half a minute');
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
