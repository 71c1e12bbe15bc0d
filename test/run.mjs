/**
 * `npm test` installs what it needs, builds the plugin and the demo, and runs every suite but
 * `installs`, which installs the packages into apps of their own and takes minutes. With names of
 * suites it runs only these: `npm test -- unit api`. `--databases sqlite,postgres,mysql`
 * runs the suites that use Strapi on each of them; PostgreSQL and MariaDB must be installed, and
 * start on their own ports and in their own folders.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ensureDemoBuilt, ensureInstalled, ensurePluginBuilt } from '../demo/prepare.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { ensureNginx } from './support/find-nginx.mjs';
import { availableDatabases, startDatabase } from './support/servers.mjs';

const SUITES = ['unit', 'api', 'security', 'browser', 'installs'];

/** These run only if they are named. */
const ON_DEMAND = ['installs'];

const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, 'test/.tmp/reports');

/** These suites run on every database. The others test the browser, or need no database. */
const ON_EVERY_DATABASE = ['api', 'security'];

const { wanted, databases } = readArguments(process.argv.slice(2));
const unknown = wanted.filter((name) => !SUITES.includes(name));
if (unknown.length > 0)
  stop(`Unknown suite: ${unknown.join(', ')}. There are: ${SUITES.join(', ')}`);
const suites = wanted.length > 0 ? wanted : SUITES.filter((name) => !ON_DEMAND.includes(name));

ensureInstalled();
const chromium = suites.includes('browser') ? ensureChromium() : null;
if (suites.includes('browser') && !chromium) {
  stop(
    'The browser tests need a Chromium. Install one, such as with "apt-get install chromium", ' +
      'or name it with CHROMIUM_PATH=/path/to/chromium.'
  );
}
if (suites.includes('browser') && !ensureNginx()) {
  stop('The browser tests need nginx. Install it, such as with "apt-get install nginx".');
}
ensurePluginBuilt();
if (!run('npx', ['strapi-plugin', 'verify'])) stop('strapi-plugin verify failed');
if (suites.some((name) => name !== 'unit')) ensureDemoBuilt();

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let passed = 0;
let failed = 0;
const failures = [];
for (const suite of suites) {
  console.log(`\n── ${suite} ${'─'.repeat(60 - suite.length)}`);
  runSuite(suite, suite, { CHROMIUM_PATH: chromium ?? '' });
}
for (const kind of databases) {
  const server = await startDatabase(kind);
  try {
    for (const suite of suites.filter((name) => ON_EVERY_DATABASE.includes(name))) {
      console.log(`\n── ${suite} on ${kind} ${'─'.repeat(54 - suite.length)}`);
      runSuite(suite, `${suite}-${kind}`, server.env);
    }
  } finally {
    await server.stop();
  }
}
// The end of a long log is what people read first.
for (const failure of failures) console.log(`\n✗ ${failure}`);
console.log(`\nTests: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function readArguments(args) {
  const at = args.indexOf('--databases');
  const named = at < 0 ? [] : (args[at + 1] ?? '').split(',');
  const missing = named.filter((name) => !availableDatabases().includes(name));
  if (missing.length > 0) {
    stop(
      `Not installed here: ${missing.join(', ')}. There are: ${availableDatabases().join(', ')}`
    );
  }
  return {
    wanted: at < 0 ? args : args.toSpliced(at, 2),
    // SQLite needs no server, and always runs.
    databases: named.filter((name) => name !== 'sqlite'),
  };
}

function runSuite(suite, name, env) {
  const report = path.join(reports, `${name}.json`);
  const ok = run(
    'npx',
    [
      'vitest',
      'run',
      '--project',
      suite,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env
  );
  const results = readResults(report);
  passed += results.passed;
  failed += results.failed;
  failures.push(...results.failures.map((failure) => `${name}: ${failure}`));
  // A suite that broke before its tests ran has failed too.
  if (!ok && results.failed === 0) {
    failed += 1;
    failures.push(`${name} did not run to its end`);
  }
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function readResults(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8')
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      failures: testResults.flatMap(failuresOf),
    };
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

/** The failed tests of a file with what they said, or the file itself if it could not start. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = path.relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${file}\n${message}`] : [];
  return failed.map((test) => `${file}: ${test.fullName}\n${test.failureMessages.join('\n')}`);
}

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
