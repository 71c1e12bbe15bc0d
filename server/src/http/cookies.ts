import type { Context } from 'koa';

/** How a cookie is kept. */
export interface CookieRules {
  /** It is sent with addresses below this path only. */
  path: string;
  seconds: number;
  secure: boolean;
  /** True if a page of another site may send it from a frame. */
  isForFrames?: boolean;
}

/**
 * Sets a cookie that scripts can't read. Strapi's own signature of cookies is not needed: each
 * value is a proof that is already signed for what it opens.
 */
export function setCookie(
  ctx: Context,
  name: string,
  value: string,
  { path, seconds, secure, isForFrames = false }: CookieRules
): void {
  // Koa sees only the connection to the proxy, and would refuse to send a secure cookie.
  ctx.cookies.secure = secure;
  ctx.cookies.set(name, value, {
    path,
    maxAge: seconds * 1000,
    httpOnly: true,
    sameSite: isForFrames ? 'none' : 'lax',
    partitioned: isForFrames,
    secure,
    signed: false,
    overwrite: true,
  });
}

/**
 * A browser may have two of a name, one of the time before or after other sites could show the link
 * in a frame. Of proofs that begin with their end, the latest counts.
 */
export function cookieOf(ctx: Context, name: string): string | null {
  const values = cookiesIn(ctx).flatMap(([known, value]) => (known === name ? [value] : []));
  const ends = (value: string) => parseInt(value, 10) || 0;
  return values.sort((a, b) => ends(b) - ends(a))[0] ?? null;
}

/** The cookies of a request in their order. A name may come twice. */
export function cookiesIn(ctx: Context): [name: string, value: string][] {
  return ctx
    .get('Cookie')
    .split(';')
    .flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=');
      if (at < 0) return [];
      const value = pair.slice(at + 1).trim();
      return [[pair.slice(0, at).trim(), value.replace(/^"(.*)"$/, '$1')]];
    });
}
