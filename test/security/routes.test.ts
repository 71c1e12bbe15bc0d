import { beforeAll, describe, expect, it } from 'vitest';

import { mintToken } from '../../server/src/links/rules/token';
import { clientOf } from '../support/client';
import type { Client } from '../support/client';
import { send } from '../support/http';
import { userWith } from '../support/people';
import { useApp } from '../support/use-app';

interface Route {
  method: string;
  path: string;
  config: { policies?: (string | { name: string; config?: { actions?: string[] } })[] };
}

const app = useApp();
let powerless: Client;

beforeAll(async () => {
  powerless = await userWith(app, []);
});

function adminRoutes(): Route[] {
  const routers = Object.values(app.strapi.plugin('share-links').routes) as unknown as {
    type: string;
    routes: Route[];
  }[];
  return routers.filter(({ type }) => type === 'admin').flatMap(({ routes }) => routes);
}

const addressOf = ({ path }: Route) =>
  `/share-links${path}`
    .replace(':uid', 'api::project.project')
    .replace(':documentId', 'x')
    .replace(':id', '1');

describe('C10: every admin route needs a permission', () => {
  it('that Strapi knows', () => {
    const known = (
      app.strapi.service('admin::permission') as unknown as {
        actionProvider: { values(): { actionId: string }[] };
      }
    ).actionProvider
      .values()
      .map(({ actionId }) => actionId);

    const routes = adminRoutes();
    expect(routes.length).toBeGreaterThan(8);
    for (const route of routes) {
      const what = `${route.method} ${route.path}`;
      const policies = route.config.policies ?? [];
      expect(policies[0], what).toBe('admin::isAuthenticatedAdmin');
      const guard = policies.find((policy) => typeof policy === 'object');
      expect(guard?.name, what).toBe('plugin::share-links.hasPermissions');
      const actions = guard?.config?.actions ?? [];
      expect(actions.length, what).toBeGreaterThan(0);
      for (const action of actions) expect(known, what).toContain(action);
    }
  });

  it('and refuses a user without it, and a stranger', async () => {
    for (const route of adminRoutes()) {
      const what = `${route.method} ${route.path}`;
      const refused = await powerless(route.method, addressOf(route));
      expect(refused.status, what).toBe(403);
      expect(refused.body.error.details.code, what).toBe('not-allowed');
      expect((await clientOf(app)(route.method, addressOf(route))).status, what).toBe(401);
    }
  });
});

it('only the public routes of the plugin work without a login', () => {
  const routers = Object.values(app.strapi.plugin('share-links').routes) as unknown as {
    routes: (Route & { config: { auth?: unknown } })[];
  }[];
  const open = routers
    .flatMap(({ routes }) => routes)
    .filter(({ config }) => config.auth === false)
    .map(({ path }) => path);
  expect(open.length).toBeGreaterThan(0);
  for (const path of open) expect(path).toMatch(/^\/public\//);
});

describe('a public route for JSON', () => {
  it.each([
    ['', 'GET, HEAD', ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']],
    ['/unlock', 'POST', ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']],
    ['/search', 'POST', ['GET', 'HEAD', 'PUT', 'DELETE']],
    ['/fr/search', 'POST', ['GET', 'DELETE']],
    ['/fr', 'GET, HEAD', ['POST', 'DELETE']],
    ['/files/1', 'GET, HEAD', ['POST', 'PUT']],
    ['/files/search', 'GET, HEAD', ['POST']],
    ['/files.zip', 'GET, HEAD', ['POST', 'PATCH']],
  ])('%s answers 405 to the methods that it has not', async (below, allowed, methods) => {
    const path = `/api/share-links/public/${mintToken()}${below}`;
    for (const method of methods) {
      const { status, headers } = await send(app.url + path, { method });
      expect([method, status, headers.get('allow')]).toEqual([method, 405, allowed]);
    }
  });

  it('that does not exist is refused like an unknown link, whatever the method', async () => {
    const root = '/api/share-links/public';
    const unknown = await send(`${app.url}${root}/${mintToken()}`);
    for (const path of [`${root}/`, `${root}/a/b/c/d/e`, `${root}/${mintToken()}/fr/x/y`]) {
      for (const method of ['GET', 'POST', 'OPTIONS', 'PROPFIND']) {
        const { status, text } = await send(app.url + path, { method });
        expect([method, path, status, text]).toEqual([method, path, 404, unknown.text]);
      }
    }
  });
});
