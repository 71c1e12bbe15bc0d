import { beforeAll, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { READ_ENTRY_ACTION, SHARE_ACTION } from '../../contracts/permissions';
import { inDays } from '../support/dates';
import { DOCUMENT, PROJECT, createEntry, newProject } from '../support/entries';
import { holdReminders, mailAbout, mailEnv, mailsAbout, runReminders } from '../support/mails';
import { personWith } from '../support/people';
import type { Granted, Person } from '../support/people';
import { useActor, useApp, useMailServer } from '../support/use-app';
import { openLink, writeVisits } from '../support/visits';

const post = useMailServer();
const app = useApp(() => mailEnv(post));
const admin = useActor(app, 'admin');

beforeAll(async () => {
  holdReminders(app);
  // The links stay open here: the tests are about mails, which depend on what the maker may do.
  const data = { reminderDays: 3, makerLost: 'keep' };
  expect((await admin('PUT', '/share-links/settings', { data })).status).toBe(200);
});

const grants = (uid: string, fields?: string[]): Granted[] =>
  [READ_ENTRY_ACTION, SHARE_ACTION].map((action) => ({
    action,
    subject: uid,
    ...(fields ? { properties: { fields } } : {}),
  }));

/** A link of this person that ends soon, and that mails them at its first visit. */
async function ending({ client }: Person, contentType: string, documentId: string) {
  const expiresAt = inDays(1);
  const { body, status, text } = await client<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType, documentId, expiresAt, notifyFirstVisit: true },
  });
  expect(status, text).toBe(201);
  return body.data;
}

const visit = async (link: Link) => {
  const answer = await openLink(app, link.url!.split('/').at(-1)!);
  expect(answer.status).toBe(200);
  await writeVisits(app);
};

it('a mail names the entry by its type when the maker may no longer read the title', async () => {
  const person = await personWith(app, grants(DOCUMENT));
  const { documentId } = await createEntry(app, DOCUMENT, { title: 'Hush' });
  const link = await ending(person, DOCUMENT, documentId);
  await person.grant(grants(DOCUMENT, ['description']));
  await runReminders(app);
  const mail = await mailAbout(post, link);
  expect(mail.subject).toMatch(/: Document$/);

  await visit(link);
  await expect.poll(() => mailsAbout(post, link).length, { timeout: 5000 }).toBe(2);
  for (const { subject, text, html } of mailsAbout(post, link)) {
    expect(subject + text + html).not.toContain('Hush');
  }
});

it('a maker gets no mail when they may no longer share an entry of another type that the link shows', async () => {
  const person = await personWith(app, [...grants(PROJECT), ...grants(DOCUMENT)]);
  const { documentId } = await newProject(app);
  await createEntry(app, DOCUMENT, { title: 'The contract', project: documentId });
  const link = await ending(person, PROJECT, documentId);
  await person.grant(grants(PROJECT));
  await runReminders(app);
  await visit(link);
  await runReminders(app);
  expect(mailsAbout(post, link)).toEqual([]);

  await person.grant([...grants(PROJECT), ...grants(DOCUMENT)]);
  await runReminders(app);
  expect((await mailAbout(post, link)).subject).toContain('Test project');
});
