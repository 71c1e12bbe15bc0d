import type { MailTexts } from '../en/mails';

export const mails: MailTexts = {
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
