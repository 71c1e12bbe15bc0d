import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { PASSWORD_MAX_BYTES } from '../../../contracts/links';
import type { DenialReason } from '../access/decide';
import { UNLOCK_SECONDS, proofs } from '../access/proofs';
import { countRefusal } from '../access/refusal';
import { resolve } from '../access/resolve';
import type { Resolved } from '../access/resolve';
import { tryPassword } from '../access/try-password';
import { rememberUnlock, visitorOf } from '../access/visitor';
import type { Visitor } from '../access/visitor';
import { hasContent } from '../content/open-content';
import { refuse, refuseField } from '../core/errors';
import { refuseOtherSites } from '../http/other-sites';
import { pretendToMatch } from '../links/rules/password';
import { sourceOf } from '../links/rules/snapshot';
import type { LinkRow } from '../links/store/link-schema';
import { recordVisit } from '../visits/record';
import { passwordPage, refusalPage, refuseJson, tokenParam } from './controller';
import { limitedJson, limitedPage } from './limited';
import { linkPath } from './page-address';

/** What a try of the password is called among the visits. */
const RECORDED = { wrong: 'wrong-password', limited: 'limited' } as const;

/** What comes of a request to unlock a link. */
type Answer =
  | { kind: 'unlocked'; link: LinkRow; wasLocked: boolean }
  | { kind: 'wrong' }
  | { kind: 'denied'; reason: DenialReason }
  | { kind: 'limited'; retryAfter: number };

/** Where the password of a link is given. It is taken from the body and from nowhere else. */
export function unlockHandlers(strapi: Core.Strapi) {
  return {
    /** `POST /share/:token/unlock`, a form: back to the page with a proof, or the form again. */
    async page(ctx: Context) {
      refuseOtherSites(ctx);
      const visitor = visitorOf(ctx);
      const resolved = await resolve(strapi, tokenParam(ctx), visitor);
      const { settings } = resolved;
      const answer = await unlock(ctx, resolved, visitor, passwordIn(ctx.request.body));
      if (answer.kind === 'limited') return limitedPage(ctx, settings, answer.retryAfter);
      if (answer.kind === 'denied') return refusalPage(ctx, settings, answer.reason);
      if (answer.kind === 'wrong') return passwordPage(ctx, settings, true);

      const own = linkPath(ctx);
      if (answer.wasLocked) {
        const { proof } = proofs(strapi).unlock(answer.link, new Date());
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
      const resolved = await resolve(strapi, tokenParam(ctx), visitor);
      const { settings, outcome } = resolved;
      const password = passwordIn(ctx.request.body);
      if (!password && outcome.kind === 'locked') refuseWithoutPassword();
      const answer = await unlock(ctx, resolved, visitor, password);
      if (answer.kind === 'limited') return limitedJson(ctx, answer.retryAfter);
      if (answer.kind === 'denied') return refuseJson(settings, answer.reason);
      if (answer.kind === 'wrong') refuse('wrong-password', 'That password is not right');
      if (!password) refuseWithoutPassword();
      const { proof, expiresAt } = proofs(strapi).unlock(answer.link, new Date());
      ctx.body = { data: { unlockToken: proof, expiresAt: expiresAt.toISOString() } };
    },
  };

  /**
   * A link that is open, by a proof or for want of a password, is not asked for one. What opens
   * nothing is refused like every other way in, and after as much work.
   */
  async function unlock(
    ctx: Context,
    { outcome, settings }: Resolved,
    visitor: Visitor,
    password: string
  ): Promise<Answer> {
    if (outcome.kind === 'limited') return outcome;
    if (outcome.kind === 'denied') {
      recordVisit(strapi, ctx, { link: outcome.link, outcome: 'refused', reason: outcome.reason });
      await pretendToMatch();
      return outcome;
    }
    const { link } = outcome;
    const wasLocked = outcome.kind === 'locked';
    if (wasLocked) {
      const attempt = await tryPassword(strapi, settings.limits, link, visitor, password);
      if (attempt.kind !== 'right') {
        recordVisit(strapi, ctx, { link, outcome: RECORDED[attempt.kind] });
        return attempt;
      }
    }
    if (!(await hasContent(strapi, settings, sourceOf(strapi, link)))) {
      const denied = { kind: 'denied', reason: 'entry-gone', link } as const;
      recordVisit(strapi, ctx, { link, outcome: 'refused', reason: denied.reason });
      const refusal = await countRefusal(strapi, settings, visitor, denied);
      if (!wasLocked && refusal.kind === 'denied') await pretendToMatch();
      return refusal;
    }
    if (wasLocked) recordVisit(strapi, ctx, { link, outcome: 'unlocked' });
    return { kind: 'unlocked', link, wasLocked };
  }
}

function refuseWithoutPassword(): never {
  return refuseField(
    'password',
    `password must be given in the body, with ${PASSWORD_MAX_BYTES} bytes at most`
  );
}

/** Longer ones are cut by nothing: they can't be right, so they are not even compared in full. */
function passwordIn(body: unknown): string {
  const { password } = (body ?? {}) as { password?: unknown };
  const isUsable =
    typeof password === 'string' && Buffer.byteLength(password) <= PASSWORD_MAX_BYTES;
  return isUsable ? password : '';
}
