import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import { ACTOR_PASSWORD } from '../support/client';
import { DOCUMENT, newDocument, userId } from '../support/entries';
import { runJob } from '../support/jobs';
import { newEditor } from '../support/people';
import { shareEntry, statusOf } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';

const app = useApp();
const { admin, reader } = useActors(app);

const linkOf = async (id: number) =>
  (await admin<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
const rows = () => app.strapi.db.connection('share_links');
const check = () => runJob(app, 'shareLinksMakers');

describe('A16: nobody becomes the maker of a link by chance or by pretending', () => {
  it('who takes the e-mail address of somebody who was deleted', async () => {
    const { id, client } = await newEditor(app);
    const { documentId } = await newDocument(app);
    const { body } = await client<{ data: Link }>('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId },
    });
    const { email } = (await app.strapi.db.query('admin::user').findOne({ where: { id } })) as {
      email: string;
    };
    expect((await admin('DELETE', `/admin/users/${id}`)).status).toBe(200);
    const changed = await reader('PUT', '/admin/users/me', {
      email,
      currentPassword: ACTOR_PASSWORD,
    });
    expect(changed.status).toBe(200);
    await check();
    const readerId = (
      (await app.strapi.db.query('admin::user').findOne({ where: { email } })) as { id: number }
    ).id;
    expect((await linkOf(body.data.id)).sharedBy.id).not.toBe(readerId);
    expect((await reader('DELETE', `/share-links/links/${body.data.id}`)).status).toBe(403);
  });

  it('who has the id of the maker of a link from an older version of another site', async () => {
    const link = await shareEntry(app);
    const id = await userId(app, 'admin');
    const old = { shared_by_id: id, shared_by_name: 'Somebody Else', maker_key: null };
    await rows().where({ id: link.id }).update(old);
    await check();
    expect((await linkOf(link.id)).sharedBy).toEqual({ id: null, name: 'Somebody Else' });
    expect(await statusOf(app, link.token)).toBe(404);
  });

  it('but the maker stays the maker where a node of an older version made the link', async () => {
    const link = await shareEntry(app);
    await rows().where({ id: link.id }).update({ maker_key: null, maker_email_hash: null });
    await check();
    expect((await linkOf(link.id)).sharedBy).toEqual(link.sharedBy);
    expect(await statusOf(app, link.token)).toBe(200);
  });
});
