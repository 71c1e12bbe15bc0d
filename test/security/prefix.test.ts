import { describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { newDocument } from '../support/entries';
import { cookieOf, send } from '../support/http';
import type { Sending } from '../support/http';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { FIREFOX, visitsOf } from '../support/visits';

/**
 * Prefixes that look like other parts of the site: what a route answers does not depend on its
 * path.
 */
describe.each(['/public/share', '/links/public/share-links', '/apis/share-links/public'])(
  'A15: pages under %s',
  (prefix) => {
    const app = useApp({ PAGE_PREFIX: prefix });

    const ask = (path: string, init: Sending = {}) =>
      send(app.url + path, {
        ...init,
        headers: { 'User-Agent': FIREFOX, Accept: 'text/html', ...init.headers },
      });

    it('are treated as pages: their proofs are in cookies that no script can read', async () => {
      const { id, token, url } = await shareEntry(app, { refreshSeconds: 30 });
      expect(new URL(url!).pathname).toBe(`${prefix}/${token}`);
      const page = await ask(`${prefix}/${token}`, { headers: { Origin: 'http://127.0.0.1:1' } });
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.headers.get('x-share-viewer')).toBeNull();
      expect(page.headers.get('access-control-allow-origin')).toBeNull();
      expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(page.headers.get('set-cookie')).toContain(`path=${prefix}/${token};`);

      const known = { Cookie: cookieOf(page), 'If-None-Match': page.headers.get('etag')! };
      expect((await ask(`${prefix}/${token}`, { headers: known })).status).toBe(304);
      // The tag of a page is worth nothing at the JSON.
      const viewer = known.Cookie.split('=')[1]!;
      const json = await ask(`/api/share-links/public/${token}`, {
        headers: { 'X-Share-Viewer': viewer, 'If-None-Match': known['If-None-Match'] },
      });
      expect(json.status).toBe(200);
      expect((await visitsOf(app, id, 2)).meta.totals.opened).toBe(2);
    });

    it('are refused with a page, and the JSON with JSON', async () => {
      for (const [root, type] of [
        [prefix, 'text/html'],
        ['/api/share-links/public', 'application/json'],
      ] as const) {
        for (const below of ['', '/files/1', '/files.zip', '/fr', '/no/such/place/at/all']) {
          const answer = await ask(`${root}/${mintToken()}${below}`);
          expect([root, below, answer.status]).toEqual([root, below, 404]);
          expect(answer.headers.get('content-type'), root + below).toContain(type);
        }
      }
    });

    it('ask for the password and open with it', async () => {
      const { documentId } = await newDocument(app);
      const password = 'correct horse battery';
      const { token } = await shareEntry(app, { documentId, password });
      const unlocked = await ask(`${prefix}/${token}/unlock`, {
        method: 'POST',
        body: new URLSearchParams({ password }),
      });
      expect([unlocked.status, unlocked.headers.get('location')]).toEqual([
        303,
        `${prefix}/${token}`,
      ]);
      const known = { headers: { Cookie: cookieOf(unlocked) } };
      expect((await ask(`${prefix}/${token}`, known)).status).toBe(200);
    });

    it.each([
      ['', 'GET, HEAD', 'GET, HEAD'],
      ['/unlock', 'GET, HEAD, POST', 'POST'],
      ['/search', 'GET, HEAD, POST', 'POST'],
      ['/files/1', 'GET, HEAD', 'GET, HEAD'],
    ])('list the allowed methods of %s', async (below, ofPage, ofJson) => {
      const token = mintToken();
      const page = await ask(`${prefix}/${token}${below}`, { method: 'DELETE' });
      const json = await ask(`/api/share-links/public/${token}${below}`, { method: 'DELETE' });
      expect([page.status, page.headers.get('allow')]).toEqual([405, ofPage]);
      expect([json.status, json.headers.get('allow')]).toEqual([405, ofJson]);
    });

    it('leave no token in the log', () => {
      const tokens = app.logs.join('\n').match(/(?<![\w-])[\w-]{32}(?![\w-])/g) ?? [];
      expect(app.logs.join('\n')).toContain(`GET ${prefix}/`);
      expect(tokens).toEqual([]);
    });
  }
);
