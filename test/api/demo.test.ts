import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { freePort } from '../support/app';
import { ACTOR_PASSWORD } from '../support/client';
import { send } from '../support/http';
import { rootDir } from '../support/paths';

const folder = mkdtempSync(path.join(tmpdir(), 'share-links-demo-'));
let demo: ChildProcess | undefined;

afterAll(async () => {
  if (demo && demo.exitCode === null) {
    const ended = new Promise((resolve) => demo!.once('exit', resolve));
    demo.kill();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

it('the demo starts and prints who can log in', async () => {
  const port = await freePort();
  demo = spawn(process.execPath, [path.join(rootDir, 'demo/run.mjs')], {
    cwd: rootDir,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: path.join(folder, 'data.db'),
      // Its files would stand among those of the other suites.
      DEMO_CONTENT: 'none',
    },
  });
  let printed = '';
  demo.stdout!.on('data', (text: Buffer) => (printed += text.toString()));
  demo.stderr!.on('data', (text: Buffer) => (printed += text.toString()));
  await expect.poll(() => printed, { timeout: 50_000 }).toContain('Ctrl-C');
  expect(printed).toContain(`Password   ${ACTOR_PASSWORD} `);
  for (const name of ['admin@', 'editor@', 'author@', 'reader@', 'Carla Customer']) {
    expect(printed).toContain(name);
  }
  expect((await send(`http://127.0.0.1:${port}/admin`)).status).toBe(200);
});
