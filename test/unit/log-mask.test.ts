import { describe, expect, it } from 'vitest';

import { tokenMask } from '../../server/src/access/log-mask';
import { mintToken } from '../../server/src/links/token';

const token = mintToken();

describe('tokenMask', () => {
  it.each([
    ['/share', `GET /share/${token} (12 ms) 200`],
    ['/share', `OPTIONS /api/share-links/public/${token} (1 ms) 204`],
    ['/share', `GET /share/${token}?utm=1 (12 ms) 200`],
    ['/our-links/for-you', `Error at http://x/our-links/for-you/${token}/files/1`],
  ])('%s: cuts the token out of a line', (prefix, line) => {
    const masked = tokenMask(prefix)(line);
    expect(masked).not.toContain(token);
    expect(masked).toContain(`${token.slice(0, 6)}…`);
  });

  it('leaves other lines alone', () => {
    const line = 'GET /share-links/links/1 (3 ms) 200';
    expect(tokenMask('/share')(line)).toBe(line);
  });
});
