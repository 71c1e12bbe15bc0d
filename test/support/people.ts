import type { App } from './app';
import { PASSWORD, login } from './client';
import type { Client } from './client';

/** A permission as a role holds it. */
export interface Granted {
  action: string;
  subject: string | null;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
}

let counter = 0;

/** A user with a role of their own that has just these permissions. */
export async function userWith(app: App, permissions: Granted[]): Promise<Client> {
  counter += 1;
  const roles = app.strapi.service('admin::role') as unknown as {
    create(role: object): Promise<{ id: number }>;
    assignPermissions(id: number, permissions: Granted[]): Promise<unknown>;
  };
  const role = await roles.create({ name: `Role ${counter}`, description: '' });
  await roles.assignPermissions(role.id, permissions);
  const users = app.strapi.service('admin::user') as unknown as {
    create(user: object): Promise<unknown>;
  };
  await users.create({
    email: `person${counter}@example.com`,
    firstname: 'Person',
    lastname: String(counter),
    password: PASSWORD,
    isActive: true,
    roles: [role.id],
  });
  return login(app, `person${counter}` as 'editor');
}
