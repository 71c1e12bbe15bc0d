import type { Core } from '@strapi/strapi';

import { DAY_MS } from '../../../contracts/dates';
import type { Settings } from '../../../contracts/settings';
import type { Where } from '../links/store/link-rows';
import { mailedLinks } from '../links/store/mailed-links';
import type { MailKind, MailedLink } from '../links/store/mailed-links';
import { findMaker, mayStillShare, titleFor } from '../rights/makers';
import type { Maker } from '../rights/makers';
import { entryTitles } from '../rights/titles';
import { getSettings } from '../settings/service';
import { effectivePolicies, entryKey } from '../share-policy/effective';
import { claimMail, deliverMail } from './deliver-mail';
import { WANTS_FIRST_VISIT } from './first-visit';

/** The number of links in one batch. */
const BATCH = 50;

/**
 * Sends the due mails: for links that end within the days in the settings, and for first visits
 * whose mail failed before. Several nodes can run it: each mail is claimed in the database before
 * it is sent.
 */
export async function sendDueMails(strapi: Core.Strapi, now = new Date()): Promise<void> {
  const settings = await getSettings(strapi);
  if (settings.paused) return;
  const makers = makersOfRun(strapi);
  if (settings.reminderDays !== null) {
    await sendAll(strapi, settings, makers, 'ending', endingWhere(settings.reminderDays, now));
  }
  await sendAll(strapi, settings, makers, 'opened', {
    ...WANTS_FIRST_VISIT,
    viewCount: { $gt: 0 },
  });
}

/**
 * Links that open now and end soon. This includes full links, which still open for visitors they
 * admitted before.
 */
function endingWhere(days: number, now: Date): Where {
  const until = new Date(now.getTime() + days * DAY_MS);
  return {
    revokedAt: null,
    suspendedAt: null,
    pausedAt: null,
    expiresAt: { $gt: now.toISOString(), $lte: until.toISOString() },
    $or: [{ startsAt: null }, { startsAt: { $lte: now.toISOString() } }],
  };
}

async function sendAll(
  strapi: Core.Strapi,
  settings: Settings,
  makers: MakersOfRun,
  kind: MailKind,
  due: Where
): Promise<void> {
  const { untold } = mailedLinks(strapi);
  for (let after = 0; ;) {
    const found = await untold(kind, due, after, BATCH);
    const links = kind === 'ending' ? await openTo(strapi, settings, found) : found;
    const titleOf = await entryTitles(strapi, links);
    for (const link of links) {
      const maker = await makers.of(link);
      // If a link was edited after it was read, the next run handles its new state.
      const asRead = { ...due, updatedAt: link.updatedAt };
      const ours = maker && (await claimMail(strapi, kind, link, asRead));
      if (!ours) continue;
      const find = async () => ({
        maker,
        title: await titleFor(strapi, maker, link, titleOf(link)),
      });
      if (!(await deliverMail(strapi, ours, find))) makers.leaveAlone(maker);
    }
    if (found.length < BATCH) return;
    after = found.at(-1)!.id;
  }
}

/** The links whose entries visitors may see by the share policies. */
async function openTo(
  strapi: Core.Strapi,
  settings: Settings,
  links: MailedLink[]
): Promise<MailedLink[]> {
  const refOf = (link: MailedLink) => ({ uid: link.contentType, documentId: link.entryDocumentId });
  const policies = await effectivePolicies(strapi, settings, links.map(refOf));
  return links.filter((link) => policies.get(entryKey(refOf(link)))?.effective === 'view');
}

interface MakersOfRun {
  /** Returns null if the maker may no longer share the link's entry, or is to be left alone. */
  of(link: MailedLink): Promise<Maker | null>;
  /** After a failed mail, all links of the maker wait for the next run. */
  leaveAlone(maker: Maker): void;
}

function makersOfRun(strapi: Core.Strapi): MakersOfRun {
  const known = new Map<number, Maker | null>();
  return {
    async of(link) {
      const id = link.sharedById!;
      if (!known.has(id)) known.set(id, await findMaker(strapi, id));
      const maker = known.get(id) ?? null;
      return (await mayStillShare(strapi, maker, link)) ? maker : null;
    },
    leaveAlone: ({ user }) => known.set(user.id, null),
  };
}
