import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { PRIVATE_VALUES } from './paths';
import { secretIn, secretWatch } from './secrets';

/** True in a request, and in the work of a test itself, but not in a job. */
export const askedFor = new AsyncLocalStorage<true>();

/** What is known about an app that is watched for secrets. */
export interface Watched {
  /**
   * Everything that the app logged: all texts of each line, also those that a site does not print.
   */
  logs: string[];
  /** Places where a secret was sent or logged so far. */
  found(): string[];
}

/**
 * Watches each answer of the plugin, each error of the app, and the log. Call it before `register`.
 */
export function watchForSecrets(strapi: Core.Strapi): Watched {
  const leaks: string[] = [];
  const watch = secretWatch();
  strapi.server.use((_ctx: Context, next: Next) => askedFor.run(true, next));
  strapi.server.use(async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const isOurs = /\/share(-links)?(\/|$)|\/public-link$/.test(ctx.path);
    // A file contains what an editor has uploaded, byte for byte.
    if (!(isOurs || ctx.status >= 400) || ctx.body instanceof Readable) return;
    const answer = typeof ctx.body === 'string' ? ctx.body : JSON.stringify(ctx.body ?? '');
    const found = secretIn(answer, PRIVATE_VALUES);
    if (found) leaks.push(`${ctx.method} ${ctx.path} sent ${found}`);
    const cookies = [ctx.response.get('Set-Cookie') ?? []].flat();
    const { method, path, status } = ctx;
    watch.see({ method, path, status, request: ctx.request.body, answer, cookies });
  });

  const logs: string[] = [];
  strapi.log.on('data', ({ message, level: _level, ...rest }: Record<string, unknown>) =>
    logs.push(
      [message, ...Object.values(rest)].filter((text) => typeof text === 'string').join('\n')
    )
  );
  return { logs, found: () => [...leaks, ...watch.found(logs)] };
}
