import type { App } from './app';
import { clientOf } from './client';
import type { Client } from './client';

interface NewToken {
  type: 'custom' | 'full-access' | 'read-only';
  permissions?: string[];
}

let counter = 0;

/** A program with an API token of its own. */
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
