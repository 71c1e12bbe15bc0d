import type { Core } from '@strapi/strapi';

import { rowOf } from '../access/opened-link';
import type { OpenedLink } from '../access/opened-link';
import type { MailedLink } from '../links/store/mailed-links';
import { findMaker, mayStillShare, titleFor } from '../rights/makers';
import { entryTitles } from '../rights/titles';
import { claimMail, deliverMail } from './deliver-mail';

/** What must hold of a link whose first visit somebody wants to hear of. */
export const WANTS_FIRST_VISIT = { revokedAt: null, notifyFirstVisit: true };

/**
 * Tells the maker of a link that it was opened, once in its life. Called after the answer to each
 * visit; `link` is as it was before. What fails is left to the job, which knows the link by its
 * counted visits: no visitor can make the app try again and again. Never throws.
 */
export async function tellFirstVisit(strapi: Core.Strapi, opened: OpenedLink): Promise<void> {
  const link: MailedLink = rowOf(opened);
  if (!link.notifyFirstVisit || link.firstVisitToldAt || !link.sharedById) return;
  if (link.viewCount > 0) return;
  try {
    const ours = await claimMail(strapi, 'opened', link, WANTS_FIRST_VISIT);
    // Where nobody is left to tell the claim stays: the first visit is over.
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
