import type { App } from './app';
import { send } from './http';
import type { Reply } from './http';

export const ACTOR_PASSWORD = 'Demo-Passw0rd';

export interface Answer<T = unknown> extends Reply {
  /** The parsed JSON, or the text if the answer is not JSON. */
  body: T;
}

export interface ErrorAnswer {
  data: null;
  error: {
    status: number;
    name: string;
    message: string;
    details: { code: string; errors?: { path: (string | number)[]; message: string }[] };
  };
}

/** Sends requests as an admin user, as a program, or as a stranger without a token. */
export type Client = <T = ErrorAnswer>(
  method: string,
  path: string,
  body?: unknown
) => Promise<Answer<T>>;

export function clientOf(app: Pick<App, 'url'>, token?: string): Client {
  return async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const reply = await send(app.url + path, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isJson = reply.headers.get('content-type')?.includes('json');
    return { ...reply, body: (isJson ? JSON.parse(reply.text) : reply.text) as T };
  };
}

export type ActorName = 'admin' | 'editor' | 'author' | 'reader';

const tokens = new WeakMap<App, Map<string, Promise<string>>>();

/** The JWT of an admin user. It is requested once, since Strapi limits how often one may log in. */
export function adminToken(app: App, name: string): Promise<string> {
  const known = tokens.get(app) ?? new Map<string, Promise<string>>();
  tokens.set(app, known);
  const token = known.get(name) ?? requestToken(app, name);
  known.set(name, token);
  return token;
}

/** The same for an app of which only the address is known. */
export async function requestToken(app: Pick<App, 'url'>, name: string): Promise<string> {
  const { body } = await clientOf(app)<{ data: { token: string } }>('POST', '/admin/login', {
    email: `${name}@example.com`,
    password: ACTOR_PASSWORD,
  });
  return body.data.token;
}

/** Logs a demo user in to the admin panel. */
export async function login(app: App, name: ActorName): Promise<Client> {
  return clientOf(app, await adminToken(app, name));
}
