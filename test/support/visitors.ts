import type { App } from './app';
import { send } from './http';
import type { Reply } from './http';
import { runJob } from './jobs';
import { askedFor } from './watch';

type Headed = Record<string, string>;

/** A stranger at an address, as a proxy in front of the app reports it. */
export interface From {
  ask(method: string, path: string, body?: unknown, headers?: Headed): Promise<Reply>;
  get(path: string, headers?: Headed): Promise<Reply>;
  /** Sends the form of the page; `cookie` is what a browser would store. */
  unlock(token: string, password: string, headers?: Headed): Promise<Reply & { cookie: string }>;
  unlockJson(token: string, password: string): Promise<Reply>;
}

export function from(url: string, address: string): From {
  const ask: From['ask'] = (method, path, body, headers = {}) =>
    send(url + path, {
      method,
      headers: {
        ...(address ? { 'X-Forwarded-For': address } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    ask,
    get: (path, headers) => ask('GET', path, undefined, headers),
    async unlock(token, password, headers) {
      const reply = await ask('POST', `/share/${token}/unlock`, { password }, headers);
      return { ...reply, cookie: (reply.headers.get('Set-Cookie') ?? '').split(';')[0]! };
    },
    unlockJson: (token, password) =>
      ask('POST', `/api/share-links/public/${token}/unlock`, { password }),
  };
}

/** The SQL statements that this work causes, without those of jobs at the same time. */
export async function statementsOf(app: App, work: () => Promise<unknown>): Promise<string[]> {
  await app.strapi.plugin('share-links').service('visits').flush();
  // The start begins a check of all makers; another check waits for its end.
  await runJob(app, 'shareLinksMakers');
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => {
    if (askedFor.getStore()) statements.push(sql);
  };
  const { connection } = app.strapi.db;
  connection.on('query', listen);
  await askedFor.run(true, work);
  connection.removeListener('query', listen);
  return statements;
}
