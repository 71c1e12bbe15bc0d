/** `npm run demo`: prepares what is missing, starts the demo app, and prints where to click. */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { demoDir, distDir, prepareDemo, requireFromDemo } from './prepare.mjs';

const help = `
npm run demo              start the demo; installs and builds first where needed
npm run demo -- --reset   start over: with sqlite the database file is deleted, with postgres or
                          mysql the app's tables are dropped; uploaded files go too
npm run demo -- --help    this text

Read from the environment, or from demo/.env:
  HOST, PORT              where to listen (127.0.0.1, 1337)
  PUBLIC_URL              the address visitors use, behind a proxy
  IS_PROXIED              true behind a proxy that sets X-Forwarded-For
  CORS_ORIGINS            origins of front ends on other sites, separated by commas (*)
  REDIS_URL               counts attempts for many nodes together
  SMTP_PORT               port on this machine that mails are sent to (1025)
  DATABASE_CLIENT         sqlite (default), postgres or mysql
  DATABASE_FILENAME       sqlite: a path, relative to demo/ or absolute (.tmp/data.db)
  DATABASE_HOST, DATABASE_PORT, DATABASE_NAME, DATABASE_USERNAME, DATABASE_PASSWORD,
  DATABASE_SCHEMA, DATABASE_SSL
  DEMO_CONTENT            none for an app without content, users and links
  LOG_LEVEL               warn (default), info, http, debug
`;

const MINIMUM_NODE = 20;
const READY_LINKS = 3;

const fail = (message) => {
  console.error(`\n${message}\n`);
  process.exit(1);
};

const reset = () => {
  const { status } = spawnSync(process.execPath, [path.join(demoDir, 'reset.mjs')], {
    stdio: 'inherit',
  });
  if (status !== 0) fail('The demo could not be reset.');
};

const isFree = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** The first active links: the seed's links, unless somebody has deleted them. */
const readyLinks = async (strapi) => {
  const links = strapi.plugin('share-links').service('links');
  const { data } = await links.list(
    { state: 'active', sort: 'createdAt:asc', pageSize: READY_LINKS },
    { kind: 'system', name: 'Demo' }
  );
  return data
    .filter(({ url }) => url !== null)
    .map(({ label, entryTitle, url }) => ({ label: label ?? entryTitle ?? 'Untitled', url }));
};

const table = (rows) => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i])).join('   ')}`.trimEnd()
  );
};

const banner = async (strapi) => {
  const { DEMO_PASSWORD, colleagues, customer } = requireFromDemo('./dist/src/seed/users.js');
  const panel = strapi.config.get('admin.absoluteUrl').replace('//0.0.0.0:', '//localhost:');
  const links = await readyLinks(strapi);
  const [{ url } = {}] = links;
  const token = /[\w-]+$/.exec(url ?? '')?.[0];
  const example = new URL(`/example/#${token}`, panel).href;
  return [
    '',
    '  Share Links demo',
    '',
    `  Panel      ${panel}`,
    `  Password   ${DEMO_PASSWORD} (the same for everybody)`,
    '',
    ...table([
      ...Object.values(colleagues).map(({ firstname, lastname, email, may }) => [
        email,
        `${firstname} ${lastname}`,
        may,
      ]),
      [customer.email, customer.username, customer.may],
    ]),
    '',
    ...(links.length > 0
      ? [
          '  Links to open without an account',
          ...table(links.map(({ label, url }) => [label, url])),
          '',
          '  The first of them on a front end of one’s own (docs/front-end.md)',
          `  ${example}`,
          '',
        ]
      : []),
    '  Ctrl-C stops the server. `npm run demo -- --reset` starts over.',
    '',
  ].join('\n');
};

const start = async () => {
  process.chdir(demoDir);
  process.env.NODE_ENV = 'production';
  // This also reads demo/.env, whose values come before these defaults.
  const { createStrapi } = requireFromDemo('@strapi/strapi');
  process.env.LOG_LEVEL ??= 'warn';
  process.env.STARTUP_TABLE ??= 'false';
  // Hides deprecation warnings of indirect dependencies: users of the demo can't fix them.
  process.noDeprecation = true;
  const strapi = createStrapi({ appDir: demoDir, distDir });
  const { host, port } = strapi.config.get('server');
  if (!(await isFree(port, host))) {
    fail(
      `Port ${port} on ${host} is taken. Stop what is running there, or choose another port:\n\n` +
        `  PORT=${port + 1} npm run demo`
    );
  }
  console.log('\n› Starting Strapi. The very first start also writes the demo content.');
  await strapi.start();
  console.log(await banner(strapi));
};

const main = async () => {
  const unknown = process.argv.slice(2).filter((arg) => !['--reset', '--help', '-h'].includes(arg));
  if (unknown.length > 0) fail(`Unknown option ${unknown.join(', ')}.\n${help}`);
  if (process.argv.includes('--help') || process.argv.includes('-h')) return console.log(help);

  const major = Number(process.versions.node.split('.')[0]);
  if (major < MINIMUM_NODE) {
    fail(`The demo needs Node.js ${MINIMUM_NODE} or newer; this is ${process.version}.`);
  }
  try {
    prepareDemo();
  } catch (error) {
    fail(error.message);
  }
  if (process.argv.includes('--reset')) reset();
  await start();
};

await main();
