import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { DAY_MS } from '../../contracts/dates';
import type { BulkResult, HistoryList, Link, TimelineEvent } from '../../contracts/links';
import { adminToken } from '../support/client';
import { afterMs } from '../support/clock';
import { inMs } from '../support/dates';
import { DOCUMENT, PROJECT, newDocument, newProject } from '../support/entries';
import { cookieOf, send } from '../support/http';
import { shareEntry, statusOf, visit } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';
import { openLink } from '../support/visits';

/** Short enough that no session of the panel ends. */
const MINUTE_MS = 60 * 1000;

const app = useApp();
const { editor, admin, author, reader } = useActors(app);

const edit = (id: number, data: object) =>
  editor<{ data: Link }>('PUT', `/share-links/links/${id}`, { data });
const act = (id: number, action: string, client = editor) =>
  client<{ data: Link }>('POST', `/share-links/links/${id}/${action}`);

describe('the expiry of a link', () => {
  it.each([
    ['1d', 1],
    ['3d', 3],
    ['1w', 7],
    ['1m', 30],
    ['1y', 365],
  ])('with %s is %i days after the save', async (expiresIn, days) => {
    const { expiresAt } = await shareEntry(app, { expiresIn });
    const left = new Date(expiresAt!).getTime() - Date.now();
    expect(Math.abs(left - days * DAY_MS)).toBeLessThan(10_000);
  });

  it('is off by default, and with “never”', async () => {
    expect((await shareEntry(app, { expiresIn: 'never' })).expiresAt).toBeNull();
    expect((await shareEntry(app)).expiresAt).toBeNull();
  });

  it('is counted anew when a save names a duration, and only then', async () => {
    const { id, expiresAt } = await shareEntry(app, { expiresIn: '1d' });
    const renamed = await edit(id, { label: 'Renamed' });
    expect(renamed.body.data.expiresAt).toBe(expiresAt);
    const again = await edit(id, { expiresIn: '1w' });
    const left = new Date(again.body.data.expiresAt!).getTime() - Date.now();
    expect(Math.abs(left - 7 * DAY_MS)).toBeLessThan(10_000);
  });

  it('closes the link in time, and a later end opens it again at the same address', async () => {
    const { id, token } = await shareEntry(app, { expiresAt: inMs(MINUTE_MS) });
    expect(await statusOf(app, token)).toBe(200);
    await afterMs(MINUTE_MS, async () => {
      expect(await statusOf(app, token)).toBe(404);
      const extended = await edit(id, { expiresIn: '1d' });
      expect(extended.body.data.state).toBe('active');
      expect(await statusOf(app, token)).toBe(200);
    });
  });

  it('can follow a later start, before which the link is closed', async () => {
    const { token, state } = await shareEntry(app, { startsAt: inMs(MINUTE_MS) });
    expect(state).toBe('scheduled');
    expect(await statusOf(app, token)).toBe(404);
    expect(await afterMs(MINUTE_MS, () => statusOf(app, token))).toBe(200);
  });

  it('lets a new link be created in single mode, after which the old one can’t come back', async () => {
    const { documentId } = await newProject(app);
    const first = await shareEntry(app, {
      contentType: PROJECT,
      documentId,
      expiresAt: inMs(MINUTE_MS),
    });
    await afterMs(MINUTE_MS, async () => {
      expect(await statusOf(app, first.token)).toBe(404);
      await shareEntry(app, { contentType: PROJECT, documentId });
      const back = await editor('PUT', `/share-links/links/${first.id}`, {
        data: { expiresIn: '1d' },
      });
      expect(back.status).toBe(409);
      expect(back.body.error.details.code).toBe('link-exists');
    });
  });
});

describe('an action on a link', () => {
  it('closes it by pause and opens it by resume, at the same address', async () => {
    const { id, token } = await shareEntry(app);
    expect((await act(id, 'pause')).body.data.state).toBe('paused');
    expect(await statusOf(app, token)).toBe(404);
    expect((await act(id, 'resume')).body.data.state).toBe('active');
    expect(await statusOf(app, token)).toBe(200);
  });

  it('gives it a new address by rotate, and the old one never works again', async () => {
    const before = await shareEntry(app, { label: 'Kept', expiresIn: '1w', slug: 'rotated-once' });
    const { body } = await act(before.id, 'rotate');
    expect(body.data).toMatchObject({
      id: before.id,
      label: 'Kept',
      expiresAt: before.expiresAt,
      slug: null,
    });
    const token = body.data.url!.split('/').at(-1)!;
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(await statusOf(app, token)).toBe(200);
    expect(await statusOf(app, before.token)).toBe(404);
  });

  it.each(['pause', 'resume', 'rotate', 'revoke'])(
    'is refused to other people: %s',
    async (action) => {
      const { id } = await shareEntry(app);
      for (const client of [author, reader]) {
        const { status } = await act(id, action, client);
        expect(status).toBe(403);
      }
    }
  );

  it('leaves it deleted when two people pause and delete it at once', async () => {
    const { id, token } = await shareEntry(app);
    const answers = await Promise.all([
      act(id, 'pause'),
      act(id, 'revoke', admin),
      act(id, 'pause', admin),
      act(id, 'revoke'),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect([statuses[1], statuses[3]].sort()).toEqual([200, 409]);
    expect(await statusOf(app, token)).toBe(404);
  });

  it('works for many links at once, and says which were refused', async () => {
    const first = await shareEntry(app);
    const second = await shareEntry(app);
    await act(second.id, 'revoke');
    const { body } = await editor<{ data: BulkResult }>('POST', '/share-links/links/bulk', {
      data: { action: 'pause', ids: [first.id, second.id, 999_999] },
    });
    expect(body.data.done).toEqual([first.id]);
    expect(body.data.refused.map(({ id, code }) => [id, code])).toEqual([
      [second.id, 'link-revoked'],
      [999_999, 'not-found'],
    ]);
    expect(await statusOf(app, first.token)).toBe(404);
  });
});

describe('an edit', () => {
  it('is refused when somebody else has changed the link since', async () => {
    const { id, updatedAt } = await shareEntry(app);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await edit(id, { label: 'First', updatedAt })).status).toBe(200);
    const late = await editor('PUT', `/share-links/links/${id}`, {
      data: { label: 'Second', updatedAt },
    });
    expect(late.status).toBe(409);
    expect(late.body.error.details.code).toBe('link-changed');
  });

  it('changes which fields are shown', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'THE DESCRIPTION' });
    const { id, token } = await shareEntry(app, { documentId });
    expect((await visit(app, token)).page.text).toContain('THE DESCRIPTION');
    await edit(id, { fields: ['title'] });
    expect((await visit(app, token)).page.text).not.toContain('THE DESCRIPTION');
  });

  it('freezes the content, and makes it live again', async () => {
    const { documentId } = await newDocument(app, 'editor', { description: 'AS IT WAS' });
    const { id, token } = await shareEntry(app, { documentId, shows: 'frozen' });
    await app.strapi.documents(DOCUMENT).update({
      documentId,
      data: { description: 'AS IT IS' } as never,
    });
    expect((await visit(app, token)).page.text).toContain('AS IT WAS');
    expect((await visit(app, token)).json.text).toContain('"status":"frozen"');
    await edit(id, { shows: 'published' });
    expect((await visit(app, token)).page.text).toContain('AS IT IS');
  });

  it.each<[object, string]>([
    [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    [{ expiresAt: 'tomorrow' }, 'expiresAt'],
    [{ expiresAt: inMs(DAY_MS), startsAt: inMs(2 * DAY_MS) }, 'startsAt'],
    [{ expiresIn: '2w' }, 'expiresIn'],
    [{ expiresIn: '1d', expiresAt: inMs(DAY_MS) }, 'expiresAt'],
    [{ password: 'short' }, 'password'],
    [{ password: 'ü'.repeat(37) }, 'password'],
    [{ slug: 'Not A Slug' }, 'slug'],
    [{ slug: 'a--b' }, 'slug'],
    [{ slug: 'ab' }, 'slug'],
    [{ slug: 'portal' }, 'slug'],
    [{ maxViewers: 0 }, 'maxViewers'],
    [{ maxViewers: 1.5 }, 'maxViewers'],
    [{ maxViewers: '3' }, 'maxViewers'],
    [{ fields: ['nothing'] }, 'fields'],
  ])('refuses %o', async (data, field) => {
    const { id } = await shareEntry(app);
    const answer = await editor('PUT', `/share-links/links/${id}`, { data });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors?.[0]?.path[0]).toBe(field);
  });
});

describe('a readable address', () => {
  it('opens the link, as its token does', async () => {
    const link = await shareEntry(app, { slug: 'harbour-results' });
    expect(link.url).toBe(`${app.url}/share/harbour-results`);
    expect(await statusOf(app, 'harbour-results')).toBe(200);
  });

  it('is never given to another entry, even after its link is deleted', async () => {
    const link = await shareEntry(app, { slug: 'once-used' });
    await act(link.id, 'revoke');
    expect(await statusOf(app, 'once-used')).toBe(404);
    const { documentId } = await newDocument(app);
    const other = await editor('POST', '/share-links/links', {
      data: { contentType: DOCUMENT, documentId, slug: 'once-used' },
    });
    expect(other.status).toBe(409);
    expect(other.body.error.details.code).toBe('slug-taken');
    const again = await shareEntry(app, { documentId: link.documentId, slug: 'once-used' });
    expect(again.slug).toBe('once-used');
  });
});

describe('a limit on visitors', () => {
  it('admits exactly one of fifty who come at once', async () => {
    const { token, id } = await shareEntry(app, { maxViewers: 1 });

    const answers = await Promise.all(Array.from({ length: 50 }, () => openLink(app, token)));
    const opened = answers.filter(({ status }) => status === 200);
    expect(opened).toHaveLength(1);
    const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${id}`);
    expect(body.data).toMatchObject({ state: 'exhausted', viewerCount: 1 });

    const cookie = opened[0]!.headers.get('set-cookie')!;
    expect(cookie).toMatch(/httponly/i);
    expect(cookie).toMatch(/samesite=lax/i);
    expect(cookie).toContain(`path=/share/${token}`);
    const again = await openLink(app, token, { Cookie: cookieOf(opened[0]!) });
    expect(again.status).toBe(200);
  });

  it('can be changed by an edit', async () => {
    const { token, id } = await shareEntry(app, { maxViewers: 1 });
    const open = async () => (await openLink(app, token)).status;
    expect([await open(), await open()]).toEqual([200, 404]);
    await edit(id, { maxViewers: 2 });
    expect([await open(), await open()]).toEqual([200, 404]);
    const filtered = await editor<{ data: Link[] }>(
      'GET',
      '/share-links/links?state=exhausted&pageSize=100'
    );
    expect(filtered.body.data.map((link) => link.id)).toContain(id);
  });
});

describe('the history and the timeline', () => {
  it('contain every link of an entry, newest first, with names and times', async () => {
    const { documentId } = await newDocument(app);
    const first = await shareEntry(app, { documentId, label: 'First' });
    await shareEntry(app, { documentId, label: 'Second', by: 'admin' });
    await shareEntry(app, { documentId, label: 'Third', expiresIn: '1w' });
    await act(first.id, 'revoke', admin);
    const { body } = await reader<HistoryList>(
      'GET',
      `/share-links/history?contentType=${DOCUMENT}&documentId=${documentId}`
    );
    expect(body.data.map(({ label }) => label)).toEqual(['Third', 'Second', 'First']);
    expect(body.data.map(({ sharedBy }) => sharedBy.name)).toEqual([
      'Edith Editor',
      'Ada Admin',
      'Edith Editor',
    ]);
    expect(body.data[2]).toMatchObject({
      type: 'link',
      state: 'revoked',
      url: null,
      revokedBy: { name: 'Ada Admin' },
    });
    expect(body.data[2]!.revokedAt).not.toBeNull();
    expect(body.meta.pagination.total).toBe(3);
    const hidden = await author<HistoryList>(
      'GET',
      `/share-links/history?contentType=${DOCUMENT}&documentId=${documentId}`
    );
    expect(hidden.body.data).toEqual([]);
  });

  it('say who did what to a link, with old and new values but no secrets', async () => {
    const { id } = await shareEntry(app, { label: 'Old name' });
    await edit(id, { label: 'New name' });
    await edit(id, { password: 'correct horse battery' });
    await act(id, 'pause', admin);
    await act(id, 'resume');
    await edit(id, { password: null });
    await act(id, 'rotate');
    await act(id, 'revoke');
    const { body, text } = await editor<{ data: TimelineEvent[] }>(
      'GET',
      `/share-links/links/${id}/timeline`
    );
    expect(body.data.map(({ type }) => type)).toEqual([
      'revoke',
      'rotate',
      'password-removed',
      'resume',
      'pause',
      'password-set',
      'update',
      'create',
    ]);
    expect(body.data[4]!.by.name).toBe('Ada Admin');
    expect(body.data[6]!.changes).toEqual([{ field: 'label', from: 'Old name', to: 'New name' }]);
    expect(text).not.toContain('correct horse');
    expect((await author('GET', `/share-links/links/${id}/timeline`)).status).toBe(403);
  });
});

describe('a QR code', () => {
  it('contains the address, as PNG in two sizes and as SVG', async () => {
    const { id, url } = await shareEntry(app);
    for (const size of [512, 1024]) {
      const response = await send(`${app.url}/share-links/links/${id}/qr?format=png&size=${size}`, {
        headers: await auth(),
      });
      expect(response.headers.get('content-type')).toBe('image/png');
      const png = sharp(response.bytes);
      const { data, info } = await png.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      expect(info.width).toBe(size);
      expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(url);
    }
    const svg = await send(`${app.url}/share-links/links/${id}/qr?format=svg`, {
      headers: await auth(),
    });
    const text = svg.text;
    expect(text).toMatch(/^<svg/);
    expect(text).not.toMatch(/<image|<script/);
    const { data, info } = await sharp(Buffer.from(text), { density: 400 })
      .flatten({ background: '#fff' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(url);
  });

  it('is refused in other formats and to other people', async () => {
    const { id } = await shareEntry(app);
    expect((await editor('GET', `/share-links/links/${id}/qr?format=gif`)).status).toBe(400);
    expect((await author('GET', `/share-links/links/${id}/qr`)).status).toBe(403);
  });
});

it('the CSV export contains what the list shows, and no spreadsheet runs its cells', async () => {
  await shareEntry(app, { label: '=HYPERLINK("http://evil.example")' });
  const { text, headers } = await editor('GET', '/share-links/links/export?q=HYPERLINK');
  expect(headers.get('content-type')).toContain('text/csv');
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(text).not.toContain('/share/');
});

async function auth(): Promise<Record<string, string>> {
  return { Authorization: `Bearer ${await adminToken(app, 'editor')}` };
}
