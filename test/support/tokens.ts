import type { App } from './app';
import { clientOf } from './client';
import type { Client } from './client';

interface NewToken {
  type: 'custom' | 'full-access' | 'read-only';
  permissions?: string[];
}

let counter = 0;

/** A program with its own API token. */
export async function program(app: App, { type, permissions }: NewToken): Promise<Client> {
  counter += 1;
  const service = app.strapi.service('admin::api-token') as unknown as {
    create(token: object): Promise<{ accessKey: string }>;
  };
  const { accessKey } = await service.create({
    name: `Test ${counter}`,
    description: '',
    type,
    lifespan: null,
    ...(permissions ? { permissions } : {}),
  });
  return clientOf(app, accessKey);
}

interface AdminPermission {
  action: string;
  subject: string | null;
  properties?: object;
}

/** A program with an admin token that belongs to a demo user. */
export async function ownedProgram(
  app: App,
  owner: string,
  adminPermissions: AdminPermission[]
): Promise<Client> {
  counter += 1;
  const user: unknown = await app.strapi.db
    .query('admin::user')
    .findOne({ where: { email: `${owner}@example.com` }, populate: ['roles'] });
  const service = app.strapi.service('admin::api-token-admin') as unknown as {
    create(token: object, caller: unknown): Promise<{ accessKey: string }>;
  };
  const { accessKey } = await service.create(
    { name: `Test ${counter}`, description: '', kind: 'admin', lifespan: null, adminPermissions },
    user
  );
  return clientOf(app, accessKey);
}
