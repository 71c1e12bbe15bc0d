import { describe, expect, it } from 'vitest';

import { frameOrigin } from '../../../contracts/frame-origins';

describe('the origin of a site that may show a link in a frame', () => {
  it.each([
    ['https://intranet.example.com', 'https://intranet.example.com'],
    [' HTTPS://Intranet.Example.com/ ', 'https://intranet.example.com'],
    ['https://intranet', 'https://intranet'],
    ['https://example.com:8443', 'https://example.com:8443'],
    ['https://example.com:443', 'https://example.com'],
    ['https://*.example.com', 'https://*.example.com'],
    ['https://*.example.co.uk:8443', 'https://*.example.co.uk:8443'],
    ['https://10.0.0.7', 'https://10.0.0.7'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://localhost', 'http://localhost'],
    ['http://localhost:3000/', 'http://localhost:3000'],
  ])('may be written %s', (text, origin) => {
    expect(frameOrigin(text)).toBe(origin);
    expect(frameOrigin(origin)).toBe(origin);
  });

  it.each([
    '',
    '*',
    'https:',
    'https://',
    'https://*',
    'https://*.com',
    'https://*.10.0.0.7',
    'https://a.*.example.com',
    'https://*example.com',
    'http://example.com',
    'http://*.localhost',
    'http://localhost.example.com',
    'http://127.0.0.1',
    'example.com',
    '//example.com',
    'ftp://example.com',
    'javascript://example.com',
    'data:text/html,x',
    'https://example.com/path',
    'https://example.com/a/..//',
    'https://example.com?x',
    'https://example.com#x',
    'https://user@example.com',
    'https://example.com; script-src *',
    'https://example.com;script-src',
    "https://example.com 'self'",
    "'self'",
    'https://a.example,https://b.example',
    'https://exa\nmple.com',
    'https://exa\u0000mple.com',
    'https://example.com\\@evil.example',
    'https://[::1]',
    'https://a_b.example',
    'https://example.com:99999',
    `https://${'a'.repeat(300)}.example`,
  ])('is not %j', (text) => {
    expect(frameOrigin(text)).toBeNull();
  });
});
