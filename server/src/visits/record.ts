import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { VisitOutcome } from '../../../contracts/visits';
import type { DenialReason } from '../access/decide';
import { emitOpenedEvent } from '../access/opened-link';
import type { OpenedLink } from '../access/opened-link';
import { givenProof, visitorOf } from '../access/visitor';
import { dayOf } from '../core/dates';
import { tellFirstVisit } from '../reminders/first-visit';
import { describeAgent } from './agent';
import { visitLog } from './log';
import type { PendingVisit } from './log';
import { referringHost } from './referrer';
import { isRepeated } from './repeated';

export interface VisitFacts {
  /** Null for an address without a link. Such a visit is not recorded. */
  link: OpenedLink | null;
  outcome: VisitOutcome;
  /** Why the request was refused. */
  reason?: DenialReason;
  /** The request refreshes an open page, as its signed tag proves. */
  isRefresh?: boolean;
  /** The request is taken for a robot's, whatever its headers say. */
  isRobot?: boolean;
}

/** Outcomes that only count if the server answers without an error. */
const SHOWING: VisitOutcome[] = ['opened', 'downloaded', 'searched'];

/**
 * Records a visit after the answer is sent or aborted. The visitor neither waits for this nor
 * notices an error in it.
 */
export function recordVisit(strapi: Core.Strapi, ctx: Context, facts: VisitFacts): void {
  const { link, outcome } = facts;
  if (!link || ctx.method === 'HEAD') return;
  const visit = visitOf(ctx, link, facts);
  if (facts.isRefresh) return;
  if (
    outcome === 'limited' &&
    isRepeated(strapi, `${link.documentId} ${visitorOf(ctx).client}`, visit.at)
  )
    return;

  const keep = () => {
    const { statusCode } = ctx.res;
    if (statusCode >= 500 && SHOWING.includes(outcome)) return;
    if (statusCode >= 400 && outcome === 'downloaded') return;
    visitLog(strapi).add(visit);
    if (outcome !== 'opened' || visit.isRobot) return;
    void emitOpenedEvent(strapi, 'share-link.visit', link);
    void tellFirstVisit(strapi, link);
  };
  if (ctx.res.closed) keep();
  else ctx.res.once('close', keep);
}

function visitOf(ctx: Context, link: OpenedLink, facts: VisitFacts): PendingVisit {
  const { outcome, reason } = facts;
  const at = new Date();
  const { viewerProof, ...visitor } = visitorOf(ctx);
  const isRobot = facts.isRobot ?? visitor.isRobot;
  const { readViewer } = link.proofs;
  const known = readViewer(viewerProof);
  const viewer = known ?? readViewer(givenProof(ctx));
  const isOpening = outcome === 'opened' && !isRobot;
  return {
    linkDocumentId: link.documentId,
    at,
    outcome,
    reason: reason ?? null,
    ip: ctx.request.ip,
    ...describeAgent(ctx.get('User-Agent'), isRobot),
    referrer: referringHost(ctx.get('Referer'), [ctx.host]),
    visitorId: viewer?.id ?? null,
    isReturning: known !== null,
    isRobot,
    // A link that limits its viewers counts them on admission.
    isNewViewer: isOpening && !known && link.rules.maxViewers === null,
    isFirstToday: isOpening && known?.lastDay !== dayOf(at),
  };
}
