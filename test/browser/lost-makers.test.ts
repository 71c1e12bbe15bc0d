import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible, openEntry, panelPage, shoot } from '../support/browser';
import { DOCUMENT, newDocument } from '../support/entries';
import { runJob } from '../support/jobs';
import { shareEntry, statusOf } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const PHONE = { width: 390, height: 844 };
const LINKS = '/admin/plugins/share-links';

const app = useApp();
const browser = useBrowser();
const links: Shared[] = [];

/** Makes links what an import leaves of those whose makers are not on this site. */
beforeAll(async () => {
  for (const label of ['For Lumen', 'For Voltaic', 'For the museum']) {
    links.push(await shareEntry(app, { label }));
  }
  const rows = app.strapi.db.connection('share_links');
  await rows
    .whereIn(
      'id',
      links.map(({ id }) => id)
    )
    .update({ maker_key: 'somebodyelsewhere0000000', maker_email_hash: 'nobody here' });
  await runJob(app, 'shareLinksMakers');
});

const banner = (page: Page) => page.getByRole('status').filter({ hasText: 'not on this site' });

describe('Links whose makers are not on the site', () => {
  it('are counted on the page of all links, and can be listed', async () => {
    const page = await panelPage(app, browser, 'editor');
    await page.goto(app.url + LINKS);
    await banner(page).getByText('3 links are closed').waitFor();
    await shoot(page, 'lost-makers');
    await expectAccessible(page, banner(page));
    await banner(page).getByRole('button', { name: 'Show them' }).click();
    await expect.poll(() => page.getByRole('row').count()).toBe(4);
    await page.context().close();

    const small = await panelPage(app, browser, 'editor', { viewport: PHONE, theme: 'dark' });
    await small.goto(app.url + LINKS);
    await banner(small).getByText('3 links are closed').waitFor();
    await shoot(small, 'lost-makers-phone');
    await small.context().close();
  });

  it('open again when somebody takes over all of them', async () => {
    for (const { token } of links) expect(await statusOf(app, token)).toBe(404);
    const page = await panelPage(app, browser, 'editor');
    await page.goto(app.url + LINKS);
    await banner(page).getByRole('button', { name: 'Take over all' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Take over 3 links' });
    await dialog.waitFor();
    await shoot(page, 'lost-makers-dialog');
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await page.getByText('3 links taken over').waitFor();
    await expect.poll(() => banner(page).count()).toBe(0);
    for (const { token } of links) expect(await statusOf(app, token)).toBe(200);
    await page.context().close();
  });
});

it('The fields that a link no longer has are named in the panel', async () => {
  const { documentId } = await newDocument(app);
  const { id } = await shareEntry(app, { documentId, label: 'Older than the schema' });
  const fields = JSON.stringify(['title', 'summary', 'owner.name']);
  await app.strapi.db.connection('share_links').where({ id }).update({ fields });
  const page = await panelPage(app, browser, 'editor');
  await openEntry(app, page, DOCUMENT, documentId);
  await page.getByRole('button', { name: 'Manage share links' }).click();
  await page.getByText(/2 fields of this link no longer exist, .*: summary, owner\.name/).waitFor();
  await shoot(page, 'missing-fields');
  await expectAccessible(page, page.getByRole('dialog'));
  await page.context().close();
});
