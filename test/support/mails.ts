import { expect } from 'vitest';

import type { App } from './app';
import { holdJob, runJob } from './jobs';
import type { MailServer, ReceivedMail } from './smtp';

const JOB = 'shareLinksReminders';

/** The demo app's mails go to the server; its job runs only when a test says so. */
export const mailEnv = (server: MailServer) => ({ SMTP_PORT: String(server.port) });

export const holdReminders = (app: App): void => holdJob(app, JOB);

/** The job that looks for mails that are due. */
export const runReminders = (app: App): Promise<void> => runJob(app, JOB);

/** The mails about a link, told by the address in them. */
export function mailsAbout(server: MailServer, { id }: { id: number }): ReceivedMail[] {
  const asks = new RegExp(`[?&]shareLink=(extend|visits)-${id}\\b`);
  return server.mails.filter(({ text }) => asks.test(text));
}

/** The only mail about a link, once it has come. */
export async function mailAbout(server: MailServer, link: { id: number }): Promise<ReceivedMail> {
  await expect.poll(() => mailsAbout(server, link).length, { timeout: 5000 }).toBe(1);
  return mailsAbout(server, link)[0]!;
}

/** The address that a mail leads to. */
export const addressIn = ({ text }: ReceivedMail): string => /^https?:\/\/\S+$/m.exec(text)![0];
