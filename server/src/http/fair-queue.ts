import type { Context, Next } from 'koa';

/**
 * Starts only one public read and one public POST in each turn of the event loop. A burst arrives
 * in a single turn; without this, all of it would be answered before the panel, the site's API or
 * any timer could run. Reads do not wait for POSTs, such as password attempts.
 */
export function fairQueue(isPublic: (path: string) => boolean) {
  const reads = makeFairQueue();
  const posts = makeFairQueue();
  return async (ctx: Context, next: Next): Promise<void> => {
    if (isPublic(ctx.path)) await (ctx.method === 'POST' ? posts : reads)();
    return next();
  };
}

/** Makes a function that waits for a turn. It returns at once if nobody has used this turn. */
export function makeFairQueue(): () => Promise<void> | undefined {
  const waiting: (() => void)[] = [];
  let isTaken = false;

  const pass = (): void => {
    const first = waiting.shift();
    isTaken = first !== undefined;
    if (!first) return;
    setImmediate(pass);
    first();
  };

  return () => {
    if (isTaken) return new Promise<void>((begin) => waiting.push(begin));
    isTaken = true;
    setImmediate(pass);
    return undefined;
  };
}
