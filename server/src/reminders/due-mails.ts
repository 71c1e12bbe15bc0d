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

/** Links that are read at a time. */
const BATCH = 50;

/**
 * Sends the mails that are due: of links that end within the days that the site has set, and of
 * first visits whose mail could not be sent at the time. Safe on many nodes: each mail is claimed
 * in the database before it is sent.
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
 * Links that open now. One that has let in as many visitors as it may is among them: to these it
 * goes on opening until its end.
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
      // A link that was edited since it was read is left to the next run, with what it is then.
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

/** Those of the links whose entries the site lets visitors see. */
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
  /** Null for who may not share the link's entry any more, and for who is left alone. */
  of(link: MailedLink): Promise<Maker | null>;
  /** Whom a mail could not be sent to is tried again by the next run, with all of their links. */
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
