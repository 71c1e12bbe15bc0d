/** The link that a mail is about: the title of its entry, and its own name if it has one. */
export interface About {
  title: string;
  name: string | null;
}

/** The words of the mails. */
export interface MailTexts {
  lang: string;
  untitled: string;
  ending: {
    subject: (about: About, day: string) => string;
    lead: (about: About, moment: string) => string;
    action: string;
  };
  opened: {
    subject: (about: About) => string;
    lead: (about: About) => string;
    action: string;
  };
  reason: string;
}

export const mails: MailTexts = {
  lang: 'en',
  untitled: 'Untitled',
  ending: {
    subject: ({ title }, day) => `A share link ends on ${day}: ${title}`,
    lead: ({ title, name }, moment) =>
      `${name ? `The share link “${name}”` : 'A share link'} to “${title}” ends on ${moment}. Nobody can open it after that. If it may end, there is nothing to do.`,
    action: 'Extend the link',
  },
  opened: {
    subject: ({ title }) => `A share link was opened: ${title}`,
    lead: ({ title, name }) =>
      `${name ? `The share link “${name}”` : 'A share link'} to “${title}” was opened for the first time.`,
    action: 'See its visits',
  },
  reason: 'You get this e-mail because the link is yours.',
};
