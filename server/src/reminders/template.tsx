import { renderToStaticMarkup } from 'react-dom/server';

import type { About, MailTexts } from '../i18n/en/mails';
import { mailTexts } from '../i18n/languages';
import type { Mail } from './mailer';
import { plainTitle } from './plain-title';

/** The reason for a mail: a link ends soon, or it was opened for the first time. */
export type News = { kind: 'ending'; endsAt: Date } | { kind: 'opened' };

export interface MailFacts {
  /** The texts of the editors; null if there is none. */
  title: string | null;
  name: string | null;
  /** An address in the panel. No mail contains the link's own address. */
  url: string;
  /** The language of the person's panel, such as `de`. */
  language: string | null;
}

/** Writes the subject and both bodies of a mail. Only the title and the name come from people. */
export function writeMail(news: News, facts: MailFacts): Omit<Mail, 'to'> {
  const texts = mailTexts(facts.language);
  const about = {
    title: plainTitle(facts.title ?? '') || texts.untitled,
    name: plainTitle(facts.name ?? '') || null,
  };
  const { subject, lead, action } = wordsOf(news, texts, about);
  return {
    subject,
    text: `${lead}\n\n${action}:\n${facts.url}\n\n${texts.reason}\n`,
    html: `<!doctype html>${renderToStaticMarkup(
      <html lang={texts.lang}>
        <head>
          <meta charSet="utf-8" />
          <title>{subject}</title>
        </head>
        <body style={{ fontFamily: 'sans-serif', lineHeight: 1.5 }}>
          <p>{lead}</p>
          <p>
            <a href={facts.url}>{action}</a>
          </p>
          <p>
            <small>{texts.reason}</small>
          </p>
        </body>
      </html>
    )}`,
  };
}

function wordsOf(news: News, { lang, ending, opened }: MailTexts, about: About) {
  if (news.kind === 'opened') {
    return { ...opened, subject: opened.subject(about), lead: opened.lead(about) };
  }
  const format = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...style }).format(news.endsAt);
  const moment = `${format({ dateStyle: 'long', timeStyle: 'short' })} UTC`;
  return {
    ...ending,
    subject: ending.subject(about, format({ dateStyle: 'long' })),
    lead: ending.lead(about, moment),
  };
}
