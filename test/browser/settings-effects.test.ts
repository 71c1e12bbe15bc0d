import { describe, expect, it } from 'vitest';

import type { LinkList } from '../../contracts/links';
import { expectAccessible, panelPage, shoot, sticksOut } from '../support/browser';
import { login } from '../support/client';
import { DOCUMENT } from '../support/entries';
import { shareEntry, statusOf } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const admin = usePanel(app, browser, 'admin');

describe('Saving settings that close links', () => {
  it('says how many links stop opening, and saves nothing if the person goes back', async () => {
    const link = await shareEntry(app, { label: 'For the board' });
    await admin.goto(`${app.url}/admin/settings/share-links`);
    const type = admin.getByLabel('Allow sharing of Document');
    await type.click();
    await admin.getByRole('button', { name: 'Save' }).click();
    const ask = admin.getByRole('alertdialog', { name: 'Save these settings?' });
    const open = `/share-links/links?state=active&contentType=${DOCUMENT}`;
    const { body } = await (await login(app, 'admin'))<LinkList>('GET', open);
    const { total } = body.meta.pagination;
    await ask.getByText(`${total} links that open now stop opening`).waitFor();
    await expectAccessible(admin, ask);
    expect(await sticksOut(ask)).toEqual([]);
    await shoot(admin, 'settings-effects');
    await ask.getByRole('button', { name: 'Cancel' }).click();
    expect(await statusOf(app, link.token)).toBe(200);

    await admin.getByRole('button', { name: 'Save' }).click();
    await ask.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('Settings saved').last().waitFor();
    expect(await statusOf(app, link.token)).toBe(404);
  });

  it('fits on a phone, in the dark', async () => {
    await shareEntry(app, { by: 'admin', contentType: 'api::page.page', ...(await aPage()) });
    const phone = await panelPage(app, browser, 'admin', {
      theme: 'dark',
      viewport: { width: 390, height: 844 },
    });
    await phone.goto(`${app.url}/admin/settings/share-links`);
    await phone.getByLabel('Allow sharing of Page', { exact: true }).click();
    await phone.getByRole('button', { name: 'Save' }).click();
    const ask = phone.getByRole('alertdialog', { name: 'Save these settings?' });
    await ask.waitFor();
    expect(await sticksOut(ask)).toEqual([]);
    await shoot(phone, 'settings-effects-phone');
    await phone.context().close();
  });

  const aPage = async () => {
    const page = await app.strapi.documents('api::page.page' as never).findFirst({});
    return { documentId: (page as unknown as { documentId: string }).documentId };
  };
});
