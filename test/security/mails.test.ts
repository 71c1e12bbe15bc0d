import { beforeAll, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { inDays } from '../support/dates';
import { DOCUMENT, newDocument } from '../support/entries';
import { cookieOf, requestTo } from '../support/http';
import {
  addressIn,
  holdReminders,
  mailAbout,
  mailEnv,
  mailsAbout,
  runReminders,
} from '../support/mails';
import { PASSWORD, shareEntry } from '../support/sharing';
import type { ShareOptions, Shared } from '../support/sharing';
import type { ReceivedMail } from '../support/smtp';
import { useActors, useApp, useMailServer } from '../support/use-app';
import { openLink, unlockLink } from '../support/visits';

const CONFIGURED = 'https://cms.example.com';

const post = useMailServer();
const app = useApp(() => ({ ...mailEnv(post), PUBLIC_URL: CONFIGURED }));
const { admin, editor } = useActors(app);

beforeAll(async () => {
  holdReminders(app);
  await admin('PUT', '/share-links/settings', { data: { reminderDays: 3 } });
});

const ending = (options: ShareOptions = {}) =>
  shareEntry(app, { expiresAt: inDays(1), notifyFirstVisit: true, ...options });

/** Sends both mails about a link, and returns them. */
async function bothMails(link: Shared, visit: () => Promise<unknown>): Promise<ReceivedMail[]> {
  await runReminders(app);
  await mailAbout(post, link);
  await visit();
  await expect.poll(() => mailsAbout(post, link).length, { timeout: 5000 }).toBe(2);
  return mailsAbout(post, link);
}

const headerNames = ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];

it.each([
  [
    'line breaks',
    'Report\r\nBcc: all@example.net\r\nX-Evil: 1\r\n\r\nPay here',
    'Report Bcc: all @ example·net X-Evil: 1 Pay here',
  ],
  ['a lone line feed', 'Report\nCc: all@example.net', 'Report Cc: all @ example·net'],
  ['controls and turned text', 'A\u0001\u0007b\u2028c\u202etxt.exe\u2066', 'A b c txt.exe'],
  ['addresses', 'Win at https://evil.example/?a=1 or www.evil.example now', 'Win at … or … now'],
  [
    'bare domains',
    'Pay at evil.com/a, evil。co or a@b.co',
    'Pay at evil·com/a, evil·co or a @ b·co',
  ],
  ['tags', '<img src=x onerror=alert(1)> & “Co”', '<img src=x onerror=alert(1)> & “Co”'],
  ['no end', 'x'.repeat(250), `${'x'.repeat(79)}…`],
  ['nothing else', '\r\n\u202e', 'Untitled'],
])('S43: titles and names with %s can’t change the form of a mail', async (_what, title, plain) => {
  const { documentId } = await newDocument(app, 'editor', { title });
  const link = await ending({ documentId });
  // Written to the database directly: the form removes what is around a name.
  const data = { label: title.slice(0, 120) };
  await app.strapi.db.query('plugin::share-links.link').update({ where: { id: link.id }, data });
  for (const mail of await bothMails(link, () => openLink(app, link.token))) {
    expect(mail.to).toEqual(['editor@example.com']);
    expect([...mail.headers.keys()].sort()).toEqual(headerNames);
    expect([...mail.headers.values()].every((values) => values.length === 1)).toBe(true);
    expect(mail.subject.endsWith(`: ${plain}`), mail.subject).toBe(true);
    expect(mail.text).toContain(`“${plain}”`);
    expect(mail.text.match(/\S+:\/\/\S+/g)).toEqual([addressIn(mail)]);
    const tags = [...mail.html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name);
    expect(new Set(tags)).toEqual(
      new Set(['html', 'head', 'meta', 'title', 'body', 'p', 'a', 'small'])
    );
    expect(mail.html.match(/\b(href|src)="[^"]*"/g)).toEqual([`href="${addressIn(mail)}"`]);
  }
});

it('S43: nobody can choose a recipient or any text of a mail', async () => {
  const { documentId } = await newDocument(app);
  for (const extra of [
    { to: 'all@example.net' },
    { email: 'all@example.net' },
    { message: 'Hi' },
  ]) {
    const { status } = await editor('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId, notifyFirstVisit: true, ...extra },
    });
    expect(status).toBe(400);
  }
});

it('S43: a mail contains neither the address nor the password of its link, and nothing about a visitor', async () => {
  const link = await ending({ slug: 'autumn-report', password: PASSWORD });
  const cookie = cookieOf(await unlockLink(app, link.token, PASSWORD));
  const mails = await bothMails(link, () =>
    openLink(app, link.token, { Cookie: cookie, Referer: 'https://visitor.example.net/' })
  );
  for (const { raw, text, html } of mails) {
    const all = [raw.replace(/=\r\n/g, ''), text, html].join('\n');
    const secrets = [link.token, link.token.slice(0, 6), 'autumn-report', PASSWORD, '/share/'];
    for (const secret of [...secrets, 'Firefox', 'visitor.example.net']) {
      expect(all).not.toContain(secret);
    }
  }
});

it('S44: mails lead to the configured panel, whichever host a visitor sends', async () => {
  const link = await ending();
  const visit = () =>
    openLink(app, link.token, { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' });
  for (const mail of await bothMails(link, visit)) {
    expect(addressIn(mail).startsWith(`${CONFIGURED}/admin/content-manager/`)).toBe(true);
    expect(mail.raw).not.toContain('evil.example');
  }
});

it('S52: a request to the address in a mail, without a session, changes nothing', async () => {
  const link = await ending();
  await runReminders(app);
  const address = addressIn(await mailAbout(post, link)).replace(CONFIGURED, app.url);
  for (const method of ['GET', 'HEAD', 'POST']) {
    await requestTo(address, { method }).redirects(5);
  }
  const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${link.id}`);
  expect(body.data).toMatchObject({ expiresAt: link.expiresAt, updatedAt: link.updatedAt });
});
