import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { PASSWORD_MAX_BYTES } from '../../../contracts/links';
import type { Outcome } from '../access/decide';
import { UNLOCK_SECONDS, proofs } from '../access/proofs';
import { resolve } from '../access/resolve';
import { rememberUnlock, visitorOf } from '../access/visitor';
import { refuse, refuseField } from '../errors';
import { announce } from '../links/announce';
import { matchesPassword } from '../links/password';
import { passwordPage, refusalPage, refuseJson, tokenParam } from './controller';

/** Where the password of a link is given. It is taken from the body and from nowhere else. */
export function unlockHandlers(strapi: Core.Strapi) {
  return {
    /** `POST /share/:token/unlock`, a form: back to the page with a proof, or the form again. */
    async page(ctx: Context) {
      refuseOtherSites(ctx);
      const { outcome, settings } = await resolve(strapi, tokenParam(ctx), visitorOf(ctx));
      const password = passwordIn(ctx.request.body);
      const isRight = await check(outcome, password);
      if (outcome.kind === 'denied') return refusalPage(ctx, settings, outcome.reason);
      if (outcome.kind === 'locked' && !isRight) return passwordPage(ctx, settings, true);

      const own = ctx.path.replace(/\/unlock$/, '');
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
      const { outcome, settings } = await resolve(strapi, tokenParam(ctx), visitorOf(ctx));
      const password = passwordIn(ctx.request.body);
      if (!password && outcome.kind !== 'denied') {
        refuseField('password', 'password must be given in the body');
      }
      const isRight = await check(outcome, password);
      if (outcome.kind === 'denied') return refuseJson(settings, outcome.reason);
      if (outcome.kind === 'locked' && !isRight) {
        refuse('wrong-password', 'That password is not right');
      }
      const { proof, expiresAt } = proofs(strapi).unlock(outcome.link, new Date());
      ctx.body = { data: { unlockToken: proof, expiresAt: expiresAt.toISOString() } };
    },
  };

  /** Takes as long for a link that is not there as for one whose password is wrong. */
  async function check(outcome: Outcome, password: string): Promise<boolean> {
    const { link } = outcome;
    const isRight = await matchesPassword(password, link?.passwordHash ?? null);
    if (!isRight && outcome.kind === 'locked') {
      void announce(strapi, 'share-link.unlock-failed', outcome.link);
    }
    return isRight;
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
    : origin !== '' && origin !== 'null' && new URL(origin).host !== ctx.host;
  if (isOther) throw new errors.ForbiddenError('Send the form of the page itself');
}
