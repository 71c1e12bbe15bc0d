import { expect } from 'vitest';

import type { App } from './app';
import { holdJob, runJob } from './jobs';
import type { MailServer, ReceivedMail } from './smtp';

const JOB = 'shareLinksReminders';

/** Lets the demo app send its mails to this server. */
export const mailEnv = (server: MailServer) => ({ SMTP_PORT: String(server.port) });

export const holdReminders = (app: App): void => holdJob(app, JOB);

/** Runs the job that sends the mails that are due. */
export const runReminders = (app: App): Promise<void> => runJob(app, JOB);

/** The mails about a link, which is known from the address in them. */
export function mailsAbout(server: MailServer, { id }: { id: number }): ReceivedMail[] {
  const asks = new RegExp(`[?&]shareLink=(extend|visits)-${id}\\b`);
  return server.mails.filter(({ text }) => asks.test(text));
}

/** Waits for the only mail about a link, and returns it. */
export async function mailAbout(server: MailServer, link: { id: number }): Promise<ReceivedMail> {
  await expect.poll(() => mailsAbout(server, link).length, { timeout: 5000 }).toBe(1);
  return mailsAbout(server, link)[0]!;
}

/** The address in a mail. */
export const addressIn = ({ text }: ReceivedMail): string => /^https?:\/\/\S+$/m.exec(text)![0];
