import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Link, TimelineEvent } from '../../contracts/links';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { DOCUMENT, newDocument } from '../support/entries';
import { send } from '../support/http';
import {
  addressIn,
  holdReminders,
  mailAbout,
  mailEnv,
  mailsAbout,
  runReminders,
} from '../support/mails';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActor, useApp, useMailServer } from '../support/use-app';
import { FIREFOX, SLACK, openLink, visitsOf } from '../support/visits';

const post = useMailServer();
const app = useApp(() => mailEnv(post));
const editor = useActor(app, 'editor');

beforeAll(() => holdReminders(app));

const edit = (id: number, data: object) =>
  editor<{ data: Link }>('PUT', `/share-links/links/${id}`, { data });
const read = async (id: number) =>
  (await editor<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
const rowOf = (id: number) =>
  app.strapi.db.query(LINK_UID).findOne({ where: { id } }) as Promise<Record<string, unknown>>;

describe('the mail about the first visit', () => {
  afterEach(() => {
    post.refuses = () => false;
  });

  const watched = (options: object = {}) => shareEntry(app, { notifyFirstVisit: true, ...options });
  const opened = (link: Shared, headers = {}) => openLink(app, link.token, headers);
  const told = async (link: Shared) => (await rowOf(link.id)).firstVisitToldAt;
  /** Waits until every mail that these visits can cause has been sent. */
  const settled = async (link: Shared, visits: number) => {
    await visitsOf(app, link.id, visits);
    await runReminders(app);
  };

  it('is sent once, even when many visitors come at the same time', async () => {
    const link = await watched({ label: 'For the board' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => opened(link)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const mail = await mailAbout(post, link);
    expect(mail.to).toEqual(['editor@example.com']);
    expect(mail.subject).toBe(`A share link was opened: ${link.entryTitle}`);
    expect(mail.text).toContain('“For the board”');
    expect(addressIn(mail)).toMatch(new RegExp(`\\?shareLink=visits-${link.id}$`));
    await settled(link, 20);
    await opened(link);
    await settled(link, 21);
    expect(mailsAbout(post, link)).toHaveLength(1);
    expect((await read(link.id)).updatedAt).toBe(link.updatedAt);
  });

  it('is sent for a visit through the JSON too', async () => {
    const link = await watched();
    await send(`${app.url}/api/share-links/public/${link.token}`, {
      headers: { 'User-Agent': FIREFOX },
    });
    await mailAbout(post, link);
  });

  it('is not sent for a robot or for the password form', async () => {
    const link = await watched({ password: 'correct horse battery' });
    await opened(link, { 'User-Agent': SLACK });
    await opened(link);
    await settled(link, 2);
    const open = await watched();
    await opened(open, { 'User-Agent': SLACK });
    await settled(open, 1);
    expect([...mailsAbout(post, link), ...mailsAbout(post, open)]).toEqual([]);
    await opened(open);
    await mailAbout(post, open);
  });

  it('says nothing about the visitor', async () => {
    const link = await watched();
    await opened(link, { Referer: 'https://mail.example.net/inbox', 'User-Agent': FIREFOX });
    const { raw } = await mailAbout(post, link);
    const said = raw.replaceAll(app.url, '');
    for (const secret of ['127.0.0.', 'Firefox', 'mail.example.net']) {
      expect(said).not.toContain(secret);
    }
  });

  it('is not sent unless the maker asked for it', async () => {
    const link = await shareEntry(app);
    expect(link.notifyFirstVisit).toBe(false);
    await opened(link);
    await settled(link, 1);
    expect(mailsAbout(post, link)).toHaveLength(0);
  });

  it('is sent by the next run when it fails, and the visitor still gets the page', async () => {
    post.refuses = () => true;
    const link = await watched();
    const refusals = post.refusals;
    expect((await opened(link)).status).toBe(200);
    await expect.poll(() => post.refusals, { timeout: 5000 }).toBeGreaterThan(refusals);
    await expect.poll(() => told(link), { timeout: 5000 }).toBeNull();
    await visitsOf(app, link.id, 1);
    const tried = post.refusals;
    await opened(link);
    await visitsOf(app, link.id, 2);
    expect(post.refusals).toBe(tried);
    post.refuses = () => false;
    await runReminders(app);
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(1);
  });

  it('is not sent when the first visit came before the option', async () => {
    const link = await shareEntry(app);
    await opened(link);
    await visitsOf(app, link.id, 1);
    const { body } = await edit(link.id, { notifyFirstVisit: true });
    expect(body.data.notifyFirstVisit).toBe(true);
    await opened(link);
    await settled(link, 2);
    expect(mailsAbout(post, link)).toHaveLength(0);
  });

  it('can be turned on and off later', async () => {
    const link = await shareEntry(app);
    const other = await watched();
    await edit(link.id, { notifyFirstVisit: true });
    await edit(other.id, { notifyFirstVisit: false });
    const { body } = await editor<{ data: TimelineEvent[] }>(
      'GET',
      `/share-links/links/${link.id}/timeline`
    );
    expect(body.data[0]!.changes).toEqual([{ field: 'notifyFirstVisit', from: false, to: true }]);
    await Promise.all([opened(link), opened(other)]);
    await mailAbout(post, link);
    await settled(other, 1);
    expect(mailsAbout(post, other)).toHaveLength(0);
  });

  it('is not sent again when the link gets a new address', async () => {
    const link = await watched();
    await opened(link);
    await mailAbout(post, link);
    const { body } = await editor<{ data: Link }>('POST', `/share-links/links/${link.id}/rotate`);
    expect(body.data.notifyFirstVisit).toBe(true);
    await openLink(app, body.data.url!.split('/').at(-1)!);
    await settled(link, 2);
    expect(mailsAbout(post, link)).toHaveLength(1);
  });

  it('is an option that accepts only true and false', async () => {
    const { documentId } = await newDocument(app);
    const { status, body } = await editor('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId, notifyFirstVisit: 'yes' },
    });
    expect(status).toBe(400);
    expect(body.error.details.errors![0]!.path).toEqual(['notifyFirstVisit']);
  });
});
