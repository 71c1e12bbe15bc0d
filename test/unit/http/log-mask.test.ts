import { createLogger, winston } from '@strapi/logger';
import type { Core } from '@strapi/strapi';
import { describe, expect, it } from 'vitest';

import { maskSecretsInLogs, tokenMask } from '../../../server/src/http/log-mask';
import { hashToken, mintToken } from '../../../server/src/links/rules/token';
import { redactStatement } from '../../../server/src/core/redact-statements';
import { LINEAR_MS, cpuMsOf } from '../../support/cpu';

const token = mintToken();

describe('tokenMask', () => {
  it.each([
    ['/share', `GET /share/${token} (12 ms) 200`],
    ['/share', `GET /share/preview/${token}/files/1 (12 ms) 200`],
    ['/share', `GET /share//preview%2F${token} (12 ms) 200`],
    ['/share', `OPTIONS /api/share-links/public/${token} (1 ms) 204`],
    ['/share', `GET /api/share-links//public/${token} (1 ms) 404`],
    ['/share', `GET /share-links/links?q=https%3A%2F%2Fa.example%2Fshare%2F${token}&page=2 200`],
    ['/share', `GET /share/${token}?utm=1 (12 ms) 200`],
    ['/our-links/for-you', `Error at http://x/our-links/for-you/${token}/files/1`],
  ])('with the prefix %s cuts the token out of a line', (prefix, line) => {
    const masked = tokenMask(prefix)(line);
    expect(masked).not.toContain(token);
    expect(masked).toContain(`${token.slice(0, 6)}…`);
  });

  /** Encodes each character as a URL may. */
  const encoded = (text: string) =>
    [...text].map((char) => `%${char.charCodeAt(0).toString(16)}`).join('');
  const twice = (text: string) => encoded(text).replaceAll('%', '%25');

  it.each([
    ['a letter of it', `GET /share/%${token.charCodeAt(0).toString(16)}${token.slice(1)} 404`],
    ['its signs', `GET /share/${token.slice(0, 10)}%5F%2D${token.slice(10)} 404`],
    ['all of it', `GET /share/${encoded(token)} 404`],
    ['all of it in capitals', `GET /share/${encoded(token).toUpperCase()} 404`],
    ['all of it twice', `GET /share/${twice(token)} 404`],
    ['all of it three times', `GET /share/${twice(token).replaceAll('%', '%25')} 404`],
    ['the slash before it', `GET /share%2F${token} 404`],
    ['the slashes twice', `GET /x?q=https%253A%252F%252Fa.example%252fshare%252F${token} 200`],
    ['the word before it', `GET /s%68are/${token} 404`],
    ['the word before it twice', `GET /%2573hare/${token} 404`],
    ['digits of its signs', `GET /share%%32%46${token} 404`],
    ['slashes of JSON', `Error: {"url":"http:\\/\\/a.example\\/share\\/${token}" }`],
    ['a backslash', `GET /share\\${token} 404`],
    ['a backslash, encoded', `GET /share%5C${token} 404`],
    ['the JSON', `GET /api/share%2Dlinks%252Fpublic/${twice(token)}/files/1 404`],
    ['a referrer', `Referer: https://a.example/share/${twice(token)}, 404`],
    ['half a sign at the end', `GET /share/${token}% 404`],
    ['what is no sign', `GET /share/%zz${token} 404`],
    ['an encoded # before it', `GET /share/%23${token} 404`],
    ['an encoded ? before it', `GET /share/%3F${token} 404`],
    ['an encoded ? and # before it', `GET /share/%3Fa%23${token} 404`],
    ['an encoded slash before it', `GET /share/x%2F${token} 404`],
    ['an encoded backslash before it', `GET /share/x%5C${token} 404`],
    ['words and an encoded # before it', `GET /share/see%23${token} 404`],
    ['a ? before it that is encoded twice', `GET /share/%253F${token} 404`],
    ['an encoded # before it, in the JSON', `GET /api/share-links/public/%23${token} 404`],
    ['an encoded # before it, all encoded', `GET /share%2Fsee%23${token}%2Ffiles 404`],
  ])('cuts out an encoded token: %s', (_what, line) => {
    const masked = tokenMask('/share')(line);
    expect(masked).toContain('…');
    let decoded = masked;
    for (let times = 0; times < 4; times += 1) {
      decoded = decoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16))
      );
    }
    expect(decoded).not.toContain(token.slice(10));
    // Only the token is cut, not the rest of the line.
    expect(masked.split(' ').at(-1)).toBe(line.split(' ').at(-1));
  });

  it('cuts out an encoded query', () => {
    for (const query of ['?password=secret', '%3Fpassword=secret', '%253fpassword%3Dsecret']) {
      const masked = tokenMask('/share')(`GET /share/${token}/search${query} 200`);
      expect(masked).not.toContain('secret');
      expect(masked).toContain('/search');
    }
  });

  it.each([
    ['abc', 'a…'],
    ['report', 'rep…'],
    ['autumn-news', 'autum…'],
    ['autumn-report', 'autumn…'],
  ])('never shows a whole readable address: %s', (slug, told) => {
    const line = `GET /share/${slug} (3 ms) 200`;
    expect(tokenMask('/share')(line)).toBe(`GET /share/${told} (3 ms) 200`);
  });

  it('keeps paths that belong to no link', () => {
    for (const path of [
      '/share/assets/page.0123456789abcdef.js',
      '/share/sitemap.xml',
      '/share/',
    ]) {
      expect(tokenMask('/share')(`GET ${path} (1 ms) 200`)).toBe(`GET ${path} (1 ms) 200`);
    }
  });

  it.each([
    '%',
    '%25',
    '%2',
    '%2f',
    '/share',
    '/share/',
    '/share/?',
    '\\',
    '%%32%46',
    '/',
    '?',
    'a',
  ])('takes little time for many of %s', (part) => {
    for (const line of ['', '/share/', '/share']) {
      const text = line + part.repeat(200_000 / part.length);
      expect(cpuMsOf(() => tokenMask('/share')(text))).toBeLessThan(LINEAR_MS);
    }
  });

  it.each([
    [`GET /share/${token}?password=secret&x=1 (12 ms) 401`, '?… (12 ms) 401'],
    [`GET /share/${token}/search?s=secret (12 ms) 200`, '/search?… (12 ms) 200'],
    [`GET /share/short-slug?unlock=secret`, '?…'],
    [`GET /api/share-links/public/${token}?unlockToken=secret (1 ms) 401`, '?… (1 ms) 401'],
  ])('cuts the query out of %s', (line, end) => {
    const masked = tokenMask('/share')(line);
    expect(masked).not.toContain('secret');
    expect(masked.endsWith(end)).toBe(true);
  });

  it('keeps other lines', () => {
    for (const line of [
      'GET /share-links/links/1 (3 ms) 200',
      'GET /share-links/links?page=2&q=autumn (3 ms) 200',
      'GET /api/projects?filters[title]=share (3 ms) 200',
    ]) {
      expect(tokenMask('/share')(line)).toBe(line);
    }
  });
});

describe('withoutStatement', () => {
  const hash = hashToken(token);
  const select = `select * from \`share_links\` where \`token_hash\` = '${hash}' limit 1`;
  const insert = `insert into "share_links" ("label", "password_hash") values ('a - b\n- c', '$2b$10$NN')`;

  it.each([
    [`${select} - no such table: share_links`, '… - no such table: share_links'],
    [
      `error: ${insert} - no column "x"\n    at f (/a.js)`,
      'error: … - no column "x"\n    at f (/a.js)',
    ],
    [
      `${select} - Duplicate entry '${hash}' for key 'share_links.token'`,
      "… - Duplicate entry '…' for key 'share_links.token'",
    ],
    [`Key (token_hash)=(${hash}) already exists.`, 'Key (token_hash)=(…) already exists.'],
  ])('keeps the message of the database: %s', (text, left) => {
    expect(redactStatement(text)).toBe(left);
  });

  it('keeps statements and hashes of other software', () => {
    for (const text of [
      'update `projects` set `title` = `x` - no such table: projects',
      `image sha256:${hash} pulled`,
    ]) {
      expect(redactStatement(text)).toBe(text);
    }
  });
});

describe('the log of an app', () => {
  const hash = hashToken(token);

  /** Returns what reaches the transports, through Strapi’s own logger in JSON. */
  function logging(entry: unknown): Record<string, unknown> {
    const lines: Record<string, unknown>[] = [];
    const log = createLogger({ transports: [new winston.transports.Console({ silent: true })] });
    log.on('data', (line) => lines.push(line as Record<string, unknown>));
    const config = { get: () => ({ prefix: '/share' }) };
    maskSecretsInLogs({ log, config } as unknown as Core.Strapi);
    log.error(entry);
    return lines[0]!;
  }

  it.each([
    ['an error', new Error(`at /share/${token}`)],
    ['one whose message can’t be set', new DOMException(`at /share/${token}`, 'AbortError')],
    [
      'one of a class with a getter',
      new (class extends Error {
        override get message() {
          return `at /share/${token}`;
        }
      })(),
    ],
  ])('masks %s without changing the error itself', (_what, error) => {
    const line = JSON.stringify(logging(error));
    expect(line).toContain(`${token.slice(0, 6)}…`);
    expect(line).not.toContain(token);
    expect(error.message).toContain(token);
  });

  it('contains nothing of a row, wherever a driver puts it', () => {
    const error = Object.assign(
      new Error('insert into "share_links" values ($1) - null value in column "fields"'),
      { table: 'share_links', detail: `Failing row contains (7, our name, ${hash}, $2b$10$x).` }
    );
    const line = JSON.stringify(logging(error));
    expect(line).toContain('null value in column');
    expect(line).not.toContain(hash);
    expect(line).not.toContain('our name');
  });

  it('contains no token in the data next to a text', () => {
    const request = { url: `/share/${token}`, via: [`/share%252F${token}`], size: 3 };
    const entry = { message: 'It failed', request };
    const line = JSON.stringify(logging(entry));
    expect(line).toContain('"size":3');
    expect(line).not.toContain(token);
    expect(request.url).toContain(token);
  });

  it('keeps what other software logs', () => {
    const error = Object.assign(new RangeError('image - of a select'), { detail: hash });
    expect(logging(error)).toMatchObject({ detail: hash });
  });
});
