import { describe, expect, it } from 'vitest';

import { tokenMask } from '../../server/src/access/log-mask';
import { hashToken, mintToken } from '../../server/src/links/token';
import { withoutStatement } from '../../server/src/statements';

const token = mintToken();

describe('tokenMask', () => {
  it.each([
    ['/share', `GET /share/${token} (12 ms) 200`],
    ['/share', `OPTIONS /api/share-links/public/${token} (1 ms) 204`],
    ['/share', `GET /api/share-links//public/${token} (1 ms) 404`],
    ['/share', `GET /share-links/links?q=https%3A%2F%2Fa.example%2Fshare%2F${token}&page=2 200`],
    ['/share', `GET /share/${token}?utm=1 (12 ms) 200`],
    ['/our-links/for-you', `Error at http://x/our-links/for-you/${token}/files/1`],
  ])('%s: cuts the token out of a line', (prefix, line) => {
    const masked = tokenMask(prefix)(line);
    expect(masked).not.toContain(token);
    expect(masked).toContain(`${token.slice(0, 6)}…`);
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

  it('leaves other lines alone', () => {
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
  ])('leaves what the database says of it: %s', (text, left) => {
    expect(withoutStatement(text)).toBe(left);
  });

  it('leaves the statements and hashes of others alone', () => {
    for (const text of [
      'update `projects` set `title` = `x` - no such table: projects',
      `image sha256:${hash} pulled`,
    ]) {
      expect(withoutStatement(text)).toBe(text);
    }
  });
});
