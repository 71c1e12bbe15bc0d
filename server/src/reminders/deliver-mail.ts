import type { Core, UID } from '@strapi/strapi';

import { askPath, entryPath } from '../../../contracts/panel-paths';
import { limitsOf } from '../limits/count-attempts';
import type { Where } from '../links/store/link-rows';
import { mailedLinks } from '../links/store/mailed-links';
import type { MailKind, MailedLink } from '../links/store/mailed-links';
import type { Maker } from '../rights/makers';
import { panelUrl } from '../settings/public-url';
import { sendMail } from './mailer';
import { writeMail } from './template';
import type { News } from './template';

/** The right to send a mail: this process has marked it as sent. */
export interface Claim {
  link: MailedLink;
  kind: MailKind;
  at: string;
}

/** Claims a mail. If several processes try at once, only one gets a claim; the others get null. */
export async function claimMail(
  strapi: Core.Strapi,
  kind: MailKind,
  link: MailedLink,
  where: Where
): Promise<Claim | null> {
  const at = new Date().toISOString();
  const isOurs = await mailedLinks(strapi).mark(kind, link.id, where, at);
  return isOurs ? { link, kind, at } : null;
}

/**
 * Sends a claimed mail to the link's maker. If sending fails, it releases the claim, so that the
 * next run tries again. Never throws. Returns false if the mail was not sent.
 *
 * @param find loads the maker and the title; without a maker no mail is sent
 */
export async function deliverMail(
  strapi: Core.Strapi,
  { link, kind, at }: Claim,
  find: () => Promise<{ maker: Maker | null; title: string | null }>
): Promise<boolean> {
  try {
    const { maker, title } = await find();
    if (maker) await send(strapi, link, kind, maker, title);
    return true;
  } catch (error) {
    strapi.log.error(
      `Share Links: the e-mail about link ${link.id} was not sent, but will be tried again: ${reasonOf(error)}`
    );
    await giveBack(strapi, link.id, kind, at);
    return false;
  }
}

async function send(
  strapi: Core.Strapi,
  link: MailedLink,
  kind: MailKind,
  { user }: Maker,
  title: string | null
): Promise<void> {
  if ((await limitsOf(strapi).mail(user.id)) !== null) {
    throw new Error('its maker has had as many e-mails this hour as one person may get');
  }
  const news: News = kind === 'ending' ? { kind, endsAt: new Date(link.expiresAt!) } : { kind };
  const mail = writeMail(news, {
    title,
    name: link.label,
    url: askUrl(strapi, link, kind),
    language: user.preferedLanguage,
  });
  await sendMail(strapi, { to: user.email, ...mail });
}

function askUrl(strapi: Core.Strapi, link: MailedLink, kind: MailKind): string {
  const { contentType, entryDocumentId: documentId, entryLocale: locale } = link;
  const model = strapi.contentTypes[contentType as UID.ContentType];
  const entry = entryPath({ contentType, documentId, locale }, model?.kind === 'singleType');
  const task = kind === 'ending' ? 'extend' : 'visits';
  return panelUrl(strapi, askPath(entry, { task, id: link.id }));
}

async function giveBack(
  strapi: Core.Strapi,
  id: number,
  kind: MailKind,
  at: string
): Promise<void> {
  try {
    await mailedLinks(strapi).unmark(kind, id, at);
  } catch (error) {
    strapi.log.error(`Share Links: nor could it be noted for link ${id}: ${reasonOf(error)}`);
  }
}

/** Errors of mail servers contain addresses, which must not get into a log. */
function reasonOf(error: unknown): string {
  return String(error).replace(/\S+/g, (word) => (/.@./.test(word) ? '…' : word));
}
