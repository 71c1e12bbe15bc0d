import type { Context, Next } from 'koa';

/**
 * Lets one request of visitors begin in each turn of the event loop, and one POST besides. A burst
 * arrives in a single turn: handled there one after the other, all of it would be answered before
 * the panel, the site's API or any timer gets to run. Those who read don't wait for those who send,
 * such as for somebody who tries passwords.
 */
export function fairQueue(isPublic: (path: string) => boolean) {
  const reads = makeFairQueue();
  const posts = makeFairQueue();
  return async (ctx: Context, next: Next): Promise<void> => {
    if (isPublic(ctx.path)) await (ctx.method === 'POST' ? posts : reads)();
    return next();
  };
}

/** A place to wait in until one's turn: at once where nobody else has had this one. */
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
