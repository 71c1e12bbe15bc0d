import type { MailTexts } from '../en/mails';

export const mails: MailTexts = {
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
  reason: 'Recibe este correo porque el enlace es suyo.',
};
