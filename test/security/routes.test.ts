import { beforeAll, describe, expect, it } from 'vitest';

import { clientOf } from '../support/client';
import type { Client } from '../support/client';
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
