import type { MailTexts } from '../en/mails';

export const mails: MailTexts = {
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
