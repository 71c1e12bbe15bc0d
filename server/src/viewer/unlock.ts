import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { PASSWORD_MAX_BYTES } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { tryPassword } from '../access/attempt';
import type { Attempt } from '../access/attempt';
import type { Outcome } from '../access/decide';
import { UNLOCK_SECONDS, proofs } from '../access/proofs';
import { resolve } from '../access/resolve';
import { rememberUnlock, visitorOf } from '../access/visitor';
import type { Visitor } from '../access/visitor';
import { refuse, refuseField } from '../errors';
import { pretendToMatch } from '../links/password';
import { recordVisit } from '../visits/record';
import { passwordPage, refusalPage, refuseJson, tokenParam } from './controller';
import { limitedJson, limitedPage } from './limited';
import { linkPath } from './place';

/** What a try of the password is called among the visits. */
const RECORDED = { right: 'unlocked', wrong: 'wrong-password', limited: 'limited' } as const;

/** Where the password of a link is given. It is taken from the body and from nowhere else. */
export function unlockHandlers(strapi: Core.Strapi) {
  return {
    /** `POST /share/:token/unlock`, a form: back to the page with a proof, or the form again. */
    async page(ctx: Context) {
      refuseOtherSites(ctx);
      const visitor = visitorOf(ctx);
      const { outcome, settings } = await resolve(strapi, tokenParam(ctx), visitor);
      if (outcome.kind === 'limited') return limitedPage(ctx, settings, outcome.retryAfter);
      const attempt = await check(ctx, settings, outcome, visitor, passwordIn(ctx.request.body));
      if (outcome.kind === 'denied') return refusalPage(ctx, settings, outcome.reason);
      if (attempt.kind === 'limited') return limitedPage(ctx, settings, attempt.retryAfter);
      if (attempt.kind === 'wrong') return passwordPage(ctx, settings, true);

      const own = linkPath(ctx);
      if (outcome.kind === 'locked') {
        const { proof } = proofs(strapi).unlock(outcome.link, new Date());
        rememberUnlock(ctx, own, proof, UNLOCK_SECONDS);
      }
      ctx.redirect(own);
      ctx.status = 303;
    },

    /**
     * `POST /api/share-links/public/:token/unlock` with `{ password }`:
     * `{ data: { unlockToken, expiresAt } }`, to be sent back as `X-Share-Unlock`.
     */
    async json(ctx: Context) {
      const visitor = visitorOf(ctx);
      const { outcome, settings } = await resolve(strapi, tokenParam(ctx), visitor);
      if (outcome.kind === 'limited') return limitedJson(ctx, outcome.retryAfter);
      const password = passwordIn(ctx.request.body);
      if (!password && outcome.kind !== 'denied') {
        refuseField(
          'password',
          `password must be given in the body, with ${PASSWORD_MAX_BYTES} bytes at most`
        );
      }
      const attempt = await check(ctx, settings, outcome, visitor, password);
      if (outcome.kind === 'denied') return refuseJson(settings, outcome.reason);
      if (attempt.kind === 'limited') return limitedJson(ctx, attempt.retryAfter);
      if (attempt.kind === 'wrong') refuse('wrong-password', 'That password is not right');
      const { proof, expiresAt } = proofs(strapi).unlock(outcome.link, new Date());
      ctx.body = { data: { unlockToken: proof, expiresAt: expiresAt.toISOString() } };
    },
  };

  /** A link that is open, by a proof or for want of a password, is not asked for one. */
  async function check(
    ctx: Context,
    { limits }: Settings,
    outcome: Outcome,
    visitor: Visitor,
    password: string
  ): Promise<Attempt> {
    const { link } = outcome;
    if (outcome.kind === 'denied') {
      recordVisit(strapi, ctx, { link, outcome: 'refused', reason: outcome.reason });
      await pretendToMatch();
    }
    if (outcome.kind !== 'locked') return { kind: 'right' };
    const attempt = await tryPassword(strapi, limits, outcome.link, visitor, password);
    recordVisit(strapi, ctx, { link, outcome: RECORDED[attempt.kind] });
    return attempt;
  }
}

/** Longer ones are cut by nothing: they can't be right, so they are not even compared in full. */
function passwordIn(body: unknown): string {
  const { password } = (body ?? {}) as { password?: unknown };
  const isUsable =
    typeof password === 'string' && Buffer.byteLength(password) <= PASSWORD_MAX_BYTES;
  return isUsable ? password : '';
}

/** A form on another site must not unlock a link in a visitor's browser. */
function refuseOtherSites(ctx: Context): void {
  const site = ctx.get('Sec-Fetch-Site');
  const origin = ctx.get('Origin');
  const isOther = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== '' && origin !== 'null' && hostOf(origin) !== ctx.host;
  if (isOther) throw new errors.ForbiddenError('Send the form of the page itself');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
