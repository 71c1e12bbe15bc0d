import { describe, expect, it } from 'vitest';

import type { SiteProblem } from '../../../contracts/settings';
import { checkSite } from '../../../server/src/settings/status/checks';
import type { SiteFacts } from '../../../server/src/settings/status/checks';
import { statusLine } from '../../../server/src/settings/status/lines';

const WELL: SiteFacts = {
  isProduction: true,
  siteUrl: 'https://cms.example.com',
  linkUrl: 'https://cms.example.com/share/token',
  proxy: { isTrusted: true, count: 1, header: 'X-Forwarded-For' },
  hasEncryptionKey: true,
  sendsMails: true,
  hasEmailProvider: true,
  limits: { defaultExpiry: 'never', allowNever: true, maxExpiryDays: null },
  conflicts: [],
};

const taken: SiteProblem = {
  code: 'route-taken',
  address: 'GET /api/share-links/links',
  by: '/api/share-links/:id',
  contentType: 'api::share-link.share-link',
};
const proxy = (change: Partial<SiteFacts['proxy']>) => ({ proxy: { ...WELL.proxy, ...change } });
const limits = (change: Partial<SiteFacts['limits']>) => ({
  limits: { ...WELL.limits, ...change },
});

describe('the checks of a site', () => {
  it.each<[Partial<SiteFacts>, string[]]>([
    [{}, []],
    [{ linkUrl: 'http://localhost:1337/share/token' }, ['local-address']],
    [{ linkUrl: 'http://127.0.0.1:1337/share/token' }, ['local-address']],
    [{ linkUrl: 'http://[::1]:1337/share/token' }, ['local-address']],
    [{ linkUrl: 'http://cms.localhost/share/token' }, ['local-address']],
    [{ linkUrl: 'http://192.168.0.7/share/token' }, []],
    [{ linkUrl: 'https://localhost.example.com/share/token' }, []],
    [{ linkUrl: 'http://localhost:1337/share/token', isProduction: false }, []],
    [proxy({ isTrusted: false, count: 0 }), ['untrusted-proxy']],
    [{ ...proxy({ isTrusted: false, count: 0 }), siteUrl: 'http://cms.example.com' }, []],
    [proxy({ count: 0 }), ['forgeable-address']],
    [proxy({ count: 0, header: 'CF-Connecting-IP' }), []],
    [{ hasEncryptionKey: false }, ['no-encryption-key']],
    [{ hasEmailProvider: false }, ['email-not-configured']],
    [{ hasEmailProvider: false, sendsMails: false }, []],
    [limits({ allowNever: false }), ['default-expiry-replaced']],
    [limits({ allowNever: false, defaultExpiry: '1w' }), []],
    [limits({ allowNever: false, maxExpiryDays: 30 }), []],
    [{ conflicts: [taken] }, ['route-taken']],
  ])('find in %j: %j', (change, codes) => {
    expect(checkSite({ ...WELL, ...change }).map(({ code }) => code)).toEqual(codes);
  });

  it('put errors first', () => {
    const status = checkSite({ ...WELL, hasEncryptionKey: false, conflicts: [taken] });
    expect(status.map(({ level, code }) => [level, code])).toEqual([
      ['error', 'route-taken'],
      ['warning', 'no-encryption-key'],
    ]);
  });
});

describe('a line of the log', () => {
  it.each([
    [{ linkUrl: 'http://localhost/share/token' }, ['http://localhost', 'url in config/server']],
    [
      proxy({ isTrusted: false }),
      ['https://cms.example.com', 'proxy.koa to true', 'config/server'],
    ],
    [{ hasEmailProvider: false }, ['defaultFrom', 'config/plugins']],
    [limits({ allowNever: false }), ['365 days', 'set defaultExpiry']],
    [{ conflicts: [taken] }, ['GET /api/share-links/links', 'api::share-link.share-link']],
  ])('says what is wrong and how to mend it: %j', (change, words) => {
    const [status] = checkSite({ ...WELL, ...change });
    const line = statusLine(status!);
    for (const word of ['Share Links: ', ...words]) expect(line).toContain(word);
  });
});
