import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import type { SettingsAnswer } from '../../contracts/settings';
import { LINK_UID } from '../../server/src/links/store/link-uid';
import { makerKeys } from '../../server/src/rights/maker-keys';
import { inDays } from '../support/dates';
import { DOCUMENT, HOMEPAGE, PAGE, createEntry, newDocument, userId } from '../support/entries';
import {
  addressIn,
  holdReminders,
  mailAbout,
  mailEnv,
  mailsAbout,
  runReminders,
} from '../support/mails';
import { userWith } from '../support/people';
import { shareEntry } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useActors, useApp, useMailServer } from '../support/use-app';
import { publish } from '../support/versions';
import { openLink } from '../support/visits';

const post = useMailServer();
const app = useApp(() => mailEnv(post));
const { admin, editor } = useActors(app);

beforeAll(() => holdReminders(app));

const settings = (data: object) => admin<SettingsAnswer>('PUT', '/share-links/settings', { data });
const edit = (id: number, data: object, client = editor) =>
  client<{ data: Link }>('PUT', `/share-links/links/${id}`, { data });
const read = async (id: number) =>
  (await editor<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
const mark = ({ id }: { id: number }, data: object) =>
  app.strapi.db.query(LINK_UID).update({ where: { id }, data });
const rowOf = (id: number) =>
  app.strapi.db.query(LINK_UID).findOne({ where: { id } }) as Promise<Record<string, unknown>>;

/** Changes a user of Strapi, as the users page of the panel does. */
const changeUser = async (name: string, data: object) =>
  app.strapi.db.query('admin::user').update({ where: { id: await userId(app, name) }, data });

describe('a reminder', () => {
  beforeEach(() => settings({ reminderDays: 3 }));
  afterEach(async () => {
    post.refuses = () => false;
    await settings({ reminderDays: null, paused: false, makerLost: 'suspend' });
  });

  const ending = (options: object = {}) => shareEntry(app, { expiresAt: inDays(2), ...options });

  it('goes to the maker, and says what ends and when', async () => {
    const link = await ending({ label: 'For Lumen' });
    await runReminders(app);
    const mail = await mailAbout(post, link);
    expect(mail.to).toEqual(['editor@example.com']);
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
    const date = day.format(new Date(link.expiresAt!));
    expect(mail.subject).toBe(`A share link ends on ${date}: ${link.entryTitle}`);
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('For Lumen');
      expect(body).toContain(link.entryTitle);
      expect(body).toContain(date);
    }
    expect(addressIn(mail)).toBe(
      `${app.url}/admin/content-manager/collection-types/${DOCUMENT}/${link.documentId}?shareLink=extend-${link.id}`
    );
    expect(mail.html).toContain(`href="${addressIn(mail)}"`);
  });

  it('is sent once, however often the job runs', async () => {
    const link = await ending();
    await runReminders(app);
    await runReminders(app);
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(1);
  });

  it('leaves the link unchanged, so that an open form can still be saved', async () => {
    const link = await ending();
    await runReminders(app);
    await mailAbout(post, link);
    const { status } = await edit(link.id, { label: 'Renamed', updatedAt: link.updatedAt });
    expect(status).toBe(200);
  });

  it('is sent by the next run when it could not be sent', async () => {
    const link = await ending();
    post.refuses = () => true;
    await runReminders(app);
    expect(post.refusals).toBeGreaterThan(0);
    expect((await rowOf(link.id)).remindedAt).toBeNull();
    expect(mailsAbout(post, link)).toHaveLength(0);
    const said = app.logs.filter((line) => line.includes(`about link ${link.id} was not sent`));
    expect(said).toHaveLength(1);
    expect(app.logs.join('\n')).not.toContain('editor@example.com');
    post.refuses = () => false;
    await runReminders(app);
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(1);
  });

  it('is sent even when a mail to another person fails', async () => {
    const stuck = await ending();
    const link = await ending({ by: 'admin' });
    post.refuses = (address) => address.startsWith('editor');
    await runReminders(app);
    expect(mailsAbout(post, stuck)).toHaveLength(0);
    expect(mailsAbout(post, link)).toHaveLength(1);
    post.refuses = () => false;
    await runReminders(app);
    expect(mailsAbout(post, stuck)).toHaveLength(1);
  });

  it('is sent again for a later end, but not for an earlier one', async () => {
    const link = await ending();
    await runReminders(app);
    await mailAbout(post, link);
    await edit(link.id, { expiresAt: inDays(1) });
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(1);
    await edit(link.id, { expiresAt: inDays(2.5) });
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(2);
  });

  it('is sent again when the link had no end for a while', async () => {
    const link = await ending();
    await runReminders(app);
    await edit(link.id, { expiresIn: 'never' });
    await edit(link.id, { expiresAt: inDays(1) });
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(2);
  });

  it('is not sent while the end is further away than the days of the setting', async () => {
    const link = await ending({ expiresAt: inDays(3.1) });
    const never = await shareEntry(app, { expiresIn: 'never' });
    await runReminders(app);
    expect([...mailsAbout(post, link), ...mailsAbout(post, never)]).toEqual([]);
    await settings({ reminderDays: 4 });
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(1);
  });

  const act = ({ id }: Shared, action: string) =>
    editor('POST', `/share-links/links/${id}/${action}`);

  it.each<[string, (link: Shared) => Promise<unknown>, (link: Shared) => Promise<unknown>]>([
    ['paused', (link) => act(link, 'pause'), (link) => act(link, 'resume')],
    [
      'suspended',
      (link) => mark(link, { suspendedAt: inDays(-1) }),
      (link) => mark(link, { suspendedAt: null }),
    ],
    [
      'scheduled',
      (link) => edit(link.id, { startsAt: inDays(1) }),
      (link) => edit(link.id, { startsAt: null }),
    ],
    [
      'of a type that is not shared any more',
      () => settings({ contentTypes: { [DOCUMENT]: { enabled: false } } }),
      () => settings({ contentTypes: { [DOCUMENT]: { enabled: true } } }),
    ],
    [
      'of an entry that is off',
      ({ documentId }) =>
        editor('PUT', `/share-links/entries/${DOCUMENT}/${documentId}/policy`, {
          data: { policy: 'off' },
        }),
      ({ documentId }) =>
        editor('PUT', `/share-links/entries/${DOCUMENT}/${documentId}/policy`, {
          data: { policy: 'inherit' },
        }),
    ],
    ['of a paused site', () => settings({ paused: true }), () => settings({ paused: false })],
    [
      'of a site without reminders',
      () => settings({ reminderDays: null }),
      () => settings({ reminderDays: 3 }),
    ],
  ])('waits while the link is %s', async (_state, close, open) => {
    const link = await ending();
    await close(link);
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(0);
    await open(link);
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(1);
  });

  it('is not sent for a link that is deleted or has expired', async () => {
    const deleted = await ending();
    const ended = await ending();
    await editor('DELETE', `/share-links/links/${deleted.id}`);
    await mark(ended, { expiresAt: inDays(-0.1) });
    await runReminders(app);
    expect([...mailsAbout(post, deleted), ...mailsAbout(post, ended)]).toEqual([]);
  });

  it('is sent for a full link, which still opens for visitors it admitted before', async () => {
    const link = await ending({ maxViewers: 1 });
    await openLink(app, link.token);
    expect((await read(link.id)).state).toBe('exhausted');
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(1);
  });

  it.each<[string, object, object]>([
    ['blocked', { blocked: true }, { blocked: false }],
    ['not active', { isActive: false }, { isActive: true }],
    ['without a role', { roles: [] }, {}],
  ])(
    'is not sent to a maker who is %s, even when the link stays open',
    async (_what, loss, back) => {
      await settings({ makerLost: 'keep' });
      const { documentId } = await newDocument(app, 'author');
      const roles = (
        (await app.strapi.db
          .query('admin::user')
          .findOne({ where: { email: 'author@example.com' }, populate: ['roles'] })) as {
          roles: { id: number }[];
        }
      ).roles.map(({ id }) => id);
      const link = await ending({ by: 'author', documentId });
      await changeUser('author', loss);
      await runReminders(app);
      expect((await openLink(app, link.token)).status).toBe(200);
      expect(mailsAbout(post, link)).toHaveLength(0);
      await changeUser('author', { roles, ...back });
      await runReminders(app);
      expect(mailsAbout(post, link)).toHaveLength(1);
    }
  );

  it('is sent to nobody when a program made the link', async () => {
    const { documentId } = await newDocument(app);
    const links = app.strapi.plugin('share-links').service('links') as {
      create(input: object, by: object): Promise<Link>;
    };
    const link = await links.create(
      { contentType: DOCUMENT, documentId, expiresAt: inDays(1) },
      { kind: 'system', name: 'Job' }
    );
    await runReminders(app);
    expect(mailsAbout(post, link)).toHaveLength(0);
  });

  it('goes to the person who has taken over the link', async () => {
    const { documentId } = await newDocument(app, 'author');
    const link = await ending({ by: 'author', documentId });
    await mark(link, { suspendedAt: inDays(-1) });
    await editor('POST', `/share-links/links/${link.id}/take-over`);
    await runReminders(app);
    expect((await mailAbout(post, link)).to).toEqual(['editor@example.com']);
  });

  it('is in the language of the maker’s panel', async () => {
    await changeUser('editor', { preferedLanguage: 'de' });
    const link = await ending();
    await runReminders(app);
    await changeUser('editor', { preferedLanguage: null });
    const mail = await mailAbout(post, link);
    expect(mail.subject).toMatch(/^Ein Freigabelink endet am \d+\. \p{L}+ \d{4}: /u);
    expect(mail.html).toContain('<html lang="de">');
    expect(mail.text).toContain('Link verlängern:');
  });

  it('contains the current title of the entry', async () => {
    const link = await ending();
    await publish(app, DOCUMENT, link.documentId, { title: 'A newer title' });
    await runReminders(app);
    expect((await mailAbout(post, link)).subject).toMatch(/: A newer title$/);
  });

  it('leads to the language of the entry, and to a single type', async () => {
    const page = await createEntry(app, PAGE, { title: 'Bonjour' }, { locale: 'fr' });
    const french = await ending({
      contentType: PAGE,
      documentId: page.documentId,
      locale: 'fr',
    });
    const home = (await app.strapi.documents(HOMEPAGE).findFirst({}))!;
    const single = await ending({
      by: 'admin',
      contentType: HOMEPAGE,
      documentId: home.documentId,
    });
    await runReminders(app);
    expect(addressIn(await mailAbout(post, french))).toMatch(
      new RegExp(`/${page.documentId}\\?plugins%5Bi18n%5D%5Blocale%5D=fr&shareLink=extend-\\d+$`)
    );
    expect(addressIn(await mailAbout(post, single))).toContain(
      `/admin/content-manager/single-types/${HOMEPAGE}?`
    );
  });

  it('is not sent to somebody who has the id of a maker on another site', async () => {
    const link = await ending();
    await app.strapi.db
      .connection('share_links')
      .where({ id: link.id })
      .update({ maker_key: 'somebodyelsesdocumentid1', maker_email_hash: null });
    await runReminders(app);
    expect(mailsAbout(post, link)).toEqual([]);
  });

  it('is sent for all links in batches, but at most 50 times an hour to one person', async () => {
    const permissions = ['plugin::content-manager.explorer.read', 'plugin::share-links.share'].map(
      (action) => ({ action, subject: DOCUMENT, properties: { fields: ['title'] } })
    );
    await userWith(app, permissions);
    const { id: makerId, email } = (await app.strapi.db
      .query('admin::user')
      .findOne({ where: {}, orderBy: { id: 'desc' } } as never)) as { id: number; email: string };
    const made = await ending();
    const row = {
      ...(await rowOf(made.id)),
      fields: ['title'],
      sharedById: makerId,
      ...(await makerKeys(app.strapi, makerId)),
    };
    for (let count = 0; count < 120; count += 1) {
      await app.strapi.db.query(LINK_UID).create({
        data: { ...row, id: undefined, tokenHash: `test${count}` } as never,
      });
    }
    const last = await ending();
    await runReminders(app);
    expect(mailsAbout(post, made)).toHaveLength(1);
    expect(mailsAbout(post, last)).toHaveLength(1);
    const got = () => post.mails.filter(({ to }) => to.includes(email)).length;
    expect(got()).toBe(50);
    await runReminders(app);
    expect(got()).toBe(50);
    const where = { sharedById: makerId, remindedAt: null };
    expect(await app.strapi.db.query(LINK_UID).count({ where })).toBe(70);
    await app.strapi.db
      .query(LINK_UID)
      .updateMany({ where: { sharedById: makerId }, data: { revokedAt: inDays(0) } });
  });
});
