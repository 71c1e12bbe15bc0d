import { describe, expect, it } from 'vitest';

import type { AddressMode } from '../../../contracts/settings';
import { keptAddress, plainAddress } from '../../../server/src/visits/address';
import { describeAgent } from '../../../server/src/visits/agent';
import { referringHost } from '../../../server/src/visits/referrer';
import { LINEAR_MS, cpuMsOf } from '../../support/cpu';

const KEY = Buffer.alloc(32, 7);
const kept = (
  mode: AddressMode,
  ip: string,
  more: { linkDocumentId?: string; day?: string } = {}
) => keptAddress(mode, { ip, linkDocumentId: 'one', day: '2026-05-31', ...more }, KEY);

describe('the stored address', () => {
  it.each<[string, string, string | null]>([
    ['203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['::FFFF:203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:DB8:ABCD::9', '2001:db8:abcd::9', '2001:db8:abcd::/48'],
    ['2001:db8::9', '2001:db8::9', '2001:db8::/48'],
    ['2001::5:6:7', '2001::5:6:7', '2001::/48'],
    ['2001:0db8:0001::', '2001:0db8:0001::', '2001:db8:1::/48'],
    ['::1', '::1', '::/48'],
    ['::', '::', '::/48'],
    ['1::2:3:4:5:6:7', '1::2:3:4:5:6:7', '1:0:2::/48'],
    ['64:ff9b:1::192.0.2.33', '64:ff9b:1::192.0.2.33', '64:ff9b:1::/48'],
    ['1:2::3:4:5:192.0.2.33', '1:2::3:4:5:192.0.2.33', '1:2::/48'],
    ['fe80::1%eth0', 'fe80::1', 'fe80::/48'],
    ['203.0.113.77:51234', '203.0.113.77', '203.0.113.0/24'],
    ['"[2001:db8:1:2::9]:443"', '2001:db8:1:2::9', '2001:db8:1::/48'],
    ['[::ffff:203.0.113.77]', '203.0.113.77', '203.0.113.0/24'],
    ['', null as never, null],
    ['unknown', null as never, null],
    ['203.0.113.777', null as never, null],
  ])('of %s is %s in full and %s when truncated', (ip, full, truncated) => {
    expect(plainAddress(ip)).toBe(full);
    expect(kept('full', ip)).toBe(full);
    expect(kept('truncated', ip)).toBe(truncated);
    expect(kept('off', ip)).toBeNull();
    if (full === null) expect(kept('hashed', ip)).toBeNull();
  });

  it('is hashed the same for one address, link and day, and differently for any other', () => {
    const hash = kept('hashed', '203.0.113.77');
    expect(hash).toMatch(/^[\w-]{16}$/);
    expect(kept('hashed', '::ffff:203.0.113.77')).toBe(hash);
    expect(kept('hashed', '203.0.113.78')).not.toBe(hash);
    expect(kept('hashed', '203.0.113.77', { day: '2026-06-01' })).not.toBe(hash);
    expect(kept('hashed', '203.0.113.77', { linkDocumentId: 'two' })).not.toBe(hash);
    const otherKey = Buffer.alloc(32, 8);
    const facts = { ip: '203.0.113.77', linkDocumentId: 'one', day: '2026-05-31' };
    expect(keptAddress('hashed', facts, otherKey)).not.toBe(hash);
  });
});

describe('the stored browser', () => {
  const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
  const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15';

  it.each<[string, string | null, string | null]>([
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox',
      'desktop',
    ],
    ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox', 'phone'],
    ['Mozilla/5.0 (Android 15; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox', 'tablet'],
    [`${IPHONE} (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 'Firefox', 'phone'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/138.0.0.0 Safari/537.36`,
      'Chrome',
      'desktop',
    ],
    [
      `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/138.0.0.0 Mobile Safari/537.36`,
      'Chrome',
      'phone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/138.0.0.0 Safari/537.36`,
      'Chrome',
      'tablet',
    ],
    [`Mozilla/5.0 (X11; CrOS x86_64) ${WEBKIT} Chrome/138.0 Safari/537.36`, 'Chrome', 'desktop'],
    [`${IPHONE} (KHTML, like Gecko) CriOS/138.0 Mobile/15E148 Safari/604.1`, 'Chrome', 'phone'],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/138.0 Safari/537.36 Edg/138.0`,
      'Edge',
      'desktop',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/138.0 Safari/537.36 OPR/120.0`,
      'Opera',
      'desktop',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-S918B) ${WEBKIT} SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'phone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
      'Safari',
      'desktop',
    ],
    [`${IPHONE} (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari', 'phone'],
    [
      'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1',
      'Safari',
      'tablet',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
      'Internet Explorer',
      'desktop',
    ],
    [
      `Mozilla/5.0 (SMART-TV; Linux; Tizen 8.0) ${WEBKIT} Chrome/108.0 Safari/537.36`,
      'Chrome',
      'other',
    ],
    ['SomethingElse/1.0', null, 'other'],
    ['', null, null],
    [`${'x'.repeat(600)} Firefox/140.0`, null, 'other'],
  ])('and device are right for %s', (agent, browser, device) => {
    expect(describeAgent(agent, false)).toEqual({ browser, device });
  });

  it.each<[string, string | null]>([
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'Slack'],
    ['WhatsApp/2.23.20.0', 'WhatsApp'],
    ['TelegramBot (like TwitterBot)', 'Telegram'],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'Facebook'],
    ['Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5', 'Microsoft Teams'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'Google'],
    ['curl/8.14.1', 'curl'],
    ['python-requests/2.32', 'Python'],
    ['SomeUnknownBot/1.0', null],
  ])('of a robot is its name, without a device: %s', (agent, browser) => {
    expect(describeAgent(agent, true)).toEqual({ browser, device: null });
  });

  it('is found quickly, even in a hostile header', () => {
    const agent = `iPhone ${'AppleWebKi '.repeat(100_000)}`;
    expect(cpuMsOf(() => describeAgent(agent, false))).toBeLessThan(LINEAR_MS);
  });
});

describe('the stored host that a visitor came from', () => {
  it.each<[string, string | null]>([
    ['https://mail.example.com/inbox/secret?id=1#top', 'mail.example.com'],
    ['http://intranet:8080/wiki', 'intranet'],
    ['https://user:pass@example.com/', 'example.com'],
    ['https://MÜLLER.example/', 'xn--mller-kva.example'],
    ['https://cms.example/share/abc', null],
    ['http://localhost:1337/x', null],
    ['http://localhost:3000/x', 'localhost'],
    ['android-app://com.google.android.gm/', null],
    ['javascript:alert(1)', null],
    ['about:blank', null],
    ['not an address', null],
    ['', null],
    [`https://${'a.'.repeat(200)}example/`, null],
  ])('is read from %s as %s', (referer, host) => {
    expect(referringHost(referer, ['cms.example', 'localhost:1337'])).toBe(host);
  });
});
