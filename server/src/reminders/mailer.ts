import type { Core } from '@strapi/strapi';

/** What Strapi's e-mail plugin takes; who it comes from is the provider's to say. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

interface EmailService {
  send(mail: Mail): Promise<unknown>;
}

/**
 * Strapi starts its e-mail plugin in every app, with `sendmail` where none is configured, so there
 * is always something to send with; whether it arrives is for the provider to see to.
 *
 * @throws whatever the provider does when it can't send
 */
export async function sendMail(strapi: Core.Strapi, mail: Mail): Promise<void> {
  const email = strapi.plugin('email').service('email') as unknown as EmailService;
  await email.send(mail);
}
