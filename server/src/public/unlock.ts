import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { PASSWORD_MAX_BYTES, PASSWORD_MAX_TYPED } from '../../../contracts/links';
import { UNLOCK_SECONDS } from '../access/proofs';
import { unlock } from '../access/unlock';
import type { Unlocked } from '../access/unlock';
import { rememberUnlock } from '../access/visitor';
import { refuseField } from '../core/errors';
import { refuseOtherSites } from '../http/other-sites';
import { recordVisit } from '../visits/record';
import { cookieScope, linkPath, requestOf } from './request';
import { respondJson, respondPage, sendTo } from './respond';
import type { Closed } from './respond';

/** Unlocks a link. The password comes from the request body only. */
export function unlockHandlers(strapi: Core.Strapi) {
  return {
    /**
     * `POST /share/:token/unlock` with a form: redirects to the page with a proof, or shows the
     * form again.
     */
    async page(ctx: Context): Promise<void> {
      refuseOtherSites(ctx);
      const answer = await answerTo(ctx, { needsPassword: false });
      if (answer.kind !== 'unlocked') return respondPage(ctx, answer);
      const { proof, link, wasLocked } = answer;
      if (wasLocked) rememberUnlock(ctx, cookieScope(ctx, link), proof, UNLOCK_SECONDS);
      sendTo(ctx, linkPath(ctx, link));
    },

    /**
     * `GET /share/:token/unlock` redirects to the link's page, whatever the link is: after a wrong
     * password, this is the address that a visitor reloads or keeps.
     */
    sendBack(ctx: Context): void {
      ctx.redirect(requestOf(ctx).ownPath);
      ctx.status = 303;
    },

    /**
     * `POST /api/share-links/public/:token/unlock` with `{ password }`: `{ data: { unlockToken,
     * expiresAt } }`. The client sends the token back as `X-Share-Unlock`.
     */
    async json(ctx: Context): Promise<void> {
      const answer = await answerTo(ctx, { needsPassword: true });
      if (answer.kind !== 'unlocked') return respondJson(ctx, answer);
      const { proof, expiresAt } = answer;
      ctx.body = { data: { unlockToken: proof, expiresAt: expiresAt.toISOString() } };
    },
  };

  async function answerTo(
    ctx: Context,
    { needsPassword }: { needsPassword: boolean }
  ): Promise<Extract<Unlocked, { kind: 'unlocked' }> | Closed> {
    const { address, visitor } = requestOf(ctx);
    const password = passwordIn(ctx.request.body);
    const attempt = needsPassword ? null : attemptIn(ctx.request.body);
    const request = { address, visitor, password, attempt, needsPassword };
    const { answer, settings, visit } = await unlock(strapi, request);
    if (visit) recordVisit(strapi, ctx, visit);
    if (answer.kind === 'no-password') refuseWithoutPassword();
    return answer.kind === 'unlocked' ? answer : { ...answer, settings };
  }
}

function refuseWithoutPassword(): never {
  return refuseField(
    'password',
    `password must be given in the body, with ${PASSWORD_MAX_BYTES} bytes at most`
  );
}

/** Returns an empty text for what can't be a password. */
function passwordIn(body: unknown): string {
  const { password } = (body ?? {}) as { password?: unknown };
  return typeof password === 'string' && password.length <= PASSWORD_MAX_TYPED ? password : '';
}

/** What the form says to tell one sending of it from the next. */
function attemptIn(body: unknown): string | null {
  const { attempt } = (body ?? {}) as { attempt?: unknown };
  return typeof attempt === 'string' && /^[\w-]{8,32}$/.test(attempt) ? attempt : null;
}
