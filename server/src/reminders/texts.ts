/** What the mails are about: a link, by the title of its entry and its own name if it has one. */
export interface About {
  title: string;
  name: string | null;
}

/** All words of the mails. Another language joins by an object of the same shape. */
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

const en: MailTexts = {
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

const de: MailTexts = {
  lang: 'de',
  untitled: 'Ohne Titel',
  ending: {
    subject: ({ title }, day) => `Ein Freigabelink endet am ${day}: ${title}`,
    lead: ({ title, name }, moment) =>
      `${name ? `Der Freigabelink „${name}“` : 'Ein Freigabelink'} zu „${title}“ endet am ${moment}. Danach kann ihn niemand mehr öffnen. Wenn er enden darf, ist nichts zu tun.`,
    action: 'Link verlängern',
  },
  opened: {
    subject: ({ title }) => `Ein Freigabelink wurde geöffnet: ${title}`,
    lead: ({ title, name }) =>
      `${name ? `Der Freigabelink „${name}“` : 'Ein Freigabelink'} zu „${title}“ wurde zum ersten Mal geöffnet.`,
    action: 'Besuche ansehen',
  },
  reason: 'Sie bekommen diese E-Mail, weil der Link Ihrer ist.',
};

const es: MailTexts = {
  lang: 'es',
  untitled: 'Sin título',
  ending: {
    subject: ({ title }, day) => `Un enlace compartido termina el ${day}: ${title}`,
    lead: ({ title, name }, moment) =>
      `${name ? `El enlace compartido «${name}»` : 'Un enlace compartido'} a «${title}» termina el ${moment}. Después nadie podrá abrirlo. Si puede terminar, no hay nada que hacer.`,
    action: 'Prolongar el enlace',
  },
  opened: {
    subject: ({ title }) => `Se abrió un enlace compartido: ${title}`,
    lead: ({ title, name }) =>
      `${name ? `El enlace compartido «${name}»` : 'Un enlace compartido'} a «${title}» se abrió por primera vez.`,
    action: 'Ver sus visitas',
  },
  reason: 'Recibes este correo porque el enlace es tuyo.',
};

const fr: MailTexts = {
  lang: 'fr',
  untitled: 'Sans titre',
  ending: {
    subject: ({ title }, day) => `Un lien de partage se termine le ${day} : ${title}`,
    lead: ({ title, name }, moment) =>
      `${name ? `Le lien de partage « ${name} »` : 'Un lien de partage'} vers « ${title} » se termine le ${moment}. Personne ne pourra plus l’ouvrir ensuite. S’il peut se terminer, il n’y a rien à faire.`,
    action: 'Prolonger le lien',
  },
  opened: {
    subject: ({ title }) => `Un lien de partage a été ouvert : ${title}`,
    lead: ({ title, name }) =>
      `${name ? `Le lien de partage « ${name} »` : 'Un lien de partage'} vers « ${title} » a été ouvert pour la première fois.`,
    action: 'Voir ses visites',
  },
  reason: 'Vous recevez cet e-mail parce que le lien est à vous.',
};

const LANGUAGES = new Map([en, de, es, fr].map((texts) => [texts.lang, texts]));

/** In the language of the person's panel, else in English. */
export function mailTexts(language: string | null): MailTexts {
  return LANGUAGES.get(language?.toLowerCase().split('-')[0] ?? '') ?? en;
}
