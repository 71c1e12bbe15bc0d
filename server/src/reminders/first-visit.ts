import type { Core } from '@strapi/strapi';

import { rowOf } from '../access/opened-link';
import type { OpenedLink } from '../access/opened-link';
import type { MailedLink } from '../links/store/mailed-links';
import { findMaker, mayStillShare, titleFor } from '../rights/makers';
import { entryTitles } from '../rights/titles';
import { claimMail, deliverMail } from './deliver-mail';

/** The links whose maker wants a mail after the first visit. */
export const WANTS_FIRST_VISIT = { revokedAt: null, notifyFirstVisit: true };

/**
 * Mails the maker of a link after its first visit, only once. Called after the answer to each
 * visit; `link` is its state before the visit. If the mail fails, the job tries again: it finds the
 * link by its counted visits, so visitors can't trigger repeated attempts. Never throws.
 */
export async function tellFirstVisit(strapi: Core.Strapi, opened: OpenedLink): Promise<void> {
  const link: MailedLink = rowOf(opened);
  if (!link.notifyFirstVisit || link.firstVisitToldAt || !link.sharedById) return;
  if (link.viewCount > 0) return;
  try {
    const ours = await claimMail(strapi, 'opened', link, WANTS_FIRST_VISIT);
    // If there is no maker, the claim stays: the first visit is over.
    if (ours) await deliverMail(strapi, ours, () => addressee(strapi, link));
  } catch (error) {
    strapi.log.error(`Share Links: a first visit was not told: ${String(error)}`);
  }
}

async function addressee(strapi: Core.Strapi, link: MailedLink) {
  const maker = await findMaker(strapi, link.sharedById!);
  if (!maker || !(await mayStillShare(strapi, maker, link))) return { maker: null, title: null };
  const titleOf = await entryTitles(strapi, [link]);
  return { maker, title: await titleFor(strapi, maker, link, titleOf(link)) };
}
