import type { Core } from '@strapi/strapi';

/** The input of Strapi's e-mail plugin. The provider sets the sender. */
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
 * Strapi starts its e-mail plugin in every app, with `sendmail` if none is configured, so sending
 * is always possible. Delivery depends on the provider.
 *
 * @throws whatever the provider throws if it can't send
 */
export async function sendMail(strapi: Core.Strapi, mail: Mail): Promise<void> {
  const email = strapi.plugin('email').service('email') as unknown as EmailService;
  await email.send(mail);
}
