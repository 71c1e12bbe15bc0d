import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { rootDir } from '../support/paths';
import { startSite } from '../support/site';

describe('a start', () => {
  it('says all that is missing, one line each', async () => {
    const site = await startSite(
      {
        'config/env/test/admin.js': 'module.exports = { secrets: { encryptionKey: "" } };',
        'config/env/test/server.js': 'module.exports = { url: "https://cms.example.com" };',
        'config/env/test/plugins.js': `module.exports = { email: { config: {
          providerOptions: null, settings: { defaultFrom: 'Strapi <no-reply@strapi.io>' },
        } } };`,
      },
      { options: { allowNever: false, reminderDays: 3 } }
    );
    const lines = site.logs.filter((line) => line.includes('Share Links: '));
    await site.stop();
    const told = [
      'no e-mail provider is configured',
      'visitors come to https://cms.example.com, but server.proxy does not trust',
      'admin.secrets.encryptionKey is not set',
      'defaultExpiry is never, but allowNever forbids it',
    ];
    for (const text of told) {
      expect(
        lines.filter((line) => line.includes(text)),
        text
      ).toHaveLength(1);
    }
  });

  it('in production says that links lead to this machine', async () => {
    const site = await startSite({}, { env: { NODE_ENV: 'production' } });
    const { logs, url } = site;
    await site.stop();
    expect(logs.join('\n')).toContain(`Share Links: links lead to ${url}`);
  });

  it('on an older Strapi stops with a line that names both versions', async () => {
    // The version and the missing export of an older Strapi; the rest of it is this one.
    const code = `
      globalThis.strapi = { config: { get: () => '5.40.0' } };
      const utils = require('@strapi/utils');
      Object.defineProperty(utils, 'z', { value: undefined });
      require('./dist/server/index.js');`;
    const run = promisify(execFile)(process.execPath, ['-e', code], { cwd: path.resolve(rootDir) });
    await expect(run).rejects.toThrow(
      'Share Links needs Strapi 5.54.0 or newer, and this app has 5.40.0'
    );
  });
});
