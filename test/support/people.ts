import type { App } from './app';
import { ACTOR_PASSWORD, login } from './client';
import type { Client } from './client';

/** A permission of a role. */
export interface Granted {
  action: string;
  subject: string | null;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
}

export interface Person {
  id: number;
  client: Client;
  /** Replaces the permissions of the person’s role. */
  grant(permissions: Granted[]): Promise<void>;
}

let counter = 0;

/** A person with their own role, which has only these permissions. */
export async function personWith(app: App, permissions: Granted[]): Promise<Person> {
  counter += 1;
  const roles = app.strapi.service('admin::role') as unknown as {
    create(role: object): Promise<{ id: number }>;
    assignPermissions(id: number, permissions: Granted[]): Promise<unknown>;
  };
  const role = await roles.create({ name: `Role ${counter}`, description: '' });
  const grant = async (granted: Granted[]) =>
    void (await roles.assignPermissions(role.id, granted));
  await grant(permissions);
  return { ...(await newUser(app, role.id)), grant };
}

/** A new person with the role of the demo’s editor, whom a test can block. */
export async function newEditor(app: App): Promise<Omit<Person, 'grant'>> {
  const role: unknown = await app.strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'strapi-editor' } });
  return newUser(app, (role as { id: number }).id);
}

async function newUser(app: App, role: number): Promise<Omit<Person, 'grant'>> {
  counter += 1;
  const users = app.strapi.service('admin::user') as unknown as {
    create(user: object): Promise<{ id: number }>;
  };
  const { id } = await users.create({
    email: `person${counter}@example.com`,
    firstname: 'Person',
    lastname: String(counter),
    password: ACTOR_PASSWORD,
    isActive: true,
    roles: [role],
  });
  return { id, client: await login(app, `person${counter}` as 'editor') };
}

/** The same, for a test that needs only the requests of this person. */
export async function userWith(app: App, permissions: Granted[]): Promise<Client> {
  return (await personWith(app, permissions)).client;
}
