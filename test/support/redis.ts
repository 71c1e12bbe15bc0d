import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from './app';

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts a separate Redis on a free port; it stores nothing on disk. */
export async function startRedis(port?: number): Promise<RedisServer> {
  const at = port ?? (await freePort());
  const folder = mkdtempSync(path.join(tmpdir(), 'share-links-redis-'));
  const options = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const child = spawn('redis-server', options, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new Error('Install redis-server to run this test')));
    const deadline = Date.now() + 10_000;
    const knock = () => {
      const socket = connect(at, '127.0.0.1', () => {
        socket.destroy();
        resolve();
      });
      socket.once('error', () => {
        if (Date.now() > deadline) reject(new Error('Redis did not start'));
        else setTimeout(knock, 50);
      });
    };
    knock();
  });
  return {
    url: `redis://127.0.0.1:${at}`,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
