import type { Context, Next } from 'koa';

/**
 * Lets one POST of visitors begin in each turn of the event loop. A burst of them, as of somebody
 * who tries passwords, arrives in a single turn: handled there one after the other, all would be
 * answered before anybody else's page or any timer gets to run. Those who read don't wait in line.
 */
export function postsInTurn(isPublic: (path: string) => boolean) {
  const waiting: (() => void)[] = [];
  let isTaken = false;

  const pass = (): void => {
    const first = waiting.shift();
    isTaken = first !== undefined;
    if (!first) return;
    setImmediate(pass);
    first();
  };

  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.method !== 'POST' || !isPublic(ctx.path)) return next();
    if (isTaken) {
      await new Promise<void>((begin) => waiting.push(begin));
    } else {
      isTaken = true;
      setImmediate(pass);
    }
    return next();
  };
}
