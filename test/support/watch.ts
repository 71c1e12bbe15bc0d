import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { PRIVATE_VALUES } from './paths';
import { secretIn, secretWatch } from './secrets';

/** Holds within a request, and within what a test does itself; not within jobs. */
export const askedFor = new AsyncLocalStorage<true>();

/** What is known of an app that is watched for secrets. */
export interface Watched {
  /** Everything it logged: all texts of a line, whichever of them a site prints. */
  logs: string[];
  /** Where a secret was sent or logged so far. */
  found(): string[];
}

/** Reads each answer of the plugin, each error of the whole app, and the log; before `register`. */
export function watchForSecrets(strapi: Core.Strapi): Watched {
  const leaks: string[] = [];
  const watch = secretWatch();
  strapi.server.use((_ctx: Context, next: Next) => askedFor.run(true, next));
  strapi.server.use(async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const isOurs = /\/share(-links)?(\/|$)|\/public-link$/.test(ctx.path);
    // Files are what editors have uploaded, byte for byte.
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
