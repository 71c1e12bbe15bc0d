import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { later } from './later';
import { findNginx } from './find-nginx.mjs';

const PROGRAM = findNginx() ?? 'nginx';

/** The names of a site in these tests. Chromium finds them on this machine. */
export const HOSTS = {
  site: 'cms.share-links.test',
  pages: 'pages.share-links.test',
  /** Other sites. */
  partner: 'intranet.partner.test',
  stranger: 'www.stranger.test',
} as const;

/** Chromium asks this machine for every host, and trusts the certificate that nobody has signed. */
export const PROXIED_BROWSER = [
  `--host-resolver-rules=${Object.values(HOSTS)
    .map((host) => `MAP ${host} 127.0.0.1`)
    .join(',')}`,
  '--ignore-certificate-errors',
];

interface Nginx {
  stop(): Promise<void>;
}

/** A reverse proxy. `port` is where it must listen. */
export interface Proxy {
  port: number;
  /** The `server` blocks of its configuration. */
  servers: string;
}

/** An nginx that runs for the tests of a file or a `describe`. Create it after the app. */
export const useNginx = (proxy: () => Proxy): Nginx =>
  later(
    () => startNginx(proxy()),
    (nginx) => nginx.stop()
  );

/** The lines of a `server` block that speaks TLS under a name. */
export const tlsServer = (port: number, name: string, locations: string): string => `
  server {
    listen 127.0.0.1:${port} ssl;
    server_name ${name};
    ssl_certificate certificate.pem;
    ssl_certificate_key key.pem;
    location = /favicon.ico { return 204; }
    ${locations}
  }`;

/** What proxies usually tell the server behind them. */
export const FORWARDED = `
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Host $http_host;
    proxy_set_header X-Forwarded-Proto $scheme;`;

async function startNginx({ port, servers }: Proxy): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), 'share-links-nginx-'));
  makeCertificate(folder);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${servers}
}
`
  );
  const args = ['-p', folder, '-e', `${folder}/error.log`, '-c', `${folder}/nginx.conf`];
  const child = spawn(PROGRAM, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new Error('Install nginx to run this test')));
    child.once('exit', () => reject(new Error('nginx does not accept this configuration')));
    whenListening(port, resolve, () => reject(new Error('nginx did not start')));
  });
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function makeCertificate(folder: string): void {
  const names = Object.values(HOSTS).map((host) => `DNS:${host}`);
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-keyout', 'key.pem', '-out', 'certificate.pem', '-days', '2'],
      ...['-subj', '/CN=share-links.test', '-addext', `subjectAltName=${names.join(',')}`],
    ],
    { cwd: folder, stdio: 'pipe' }
  );
}

function whenListening(port: number, done: () => void, fail: () => void): void {
  const deadline = Date.now() + 10_000;
  const knock = () => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done();
    });
    socket.once('error', () => (Date.now() > deadline ? fail() : setTimeout(knock, 50)));
  };
  knock();
}
