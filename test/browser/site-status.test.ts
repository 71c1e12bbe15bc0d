import { afterEach, describe, expect, it } from 'vitest';

import { expectAccessible, panelPage, shoot, sticksOut } from '../support/browser';
import { login } from '../support/client';
import { saveSettings } from '../support/settings';
import { useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();
const admin = usePanel(app, browser, 'admin');
const box = (page = admin) => page.getByRole('region', { name: 'What needs attention' });

async function openSettings(page = admin): Promise<void> {
  await page.goto(`${app.url}/admin/settings/share-links`);
  await page.getByRole('button', { name: 'Save' }).waitFor();
}

const key = 'admin.secrets.encryptionKey';

/** Gives the site two problems: no key, and a public address behind an untrusted proxy. */
async function breakSite(): Promise<void> {
  app.strapi.config.set(key, undefined);
  await saveSettings(app, { publicUrl: 'https://share.example.com' });
}

describe('the status box of the settings page', () => {
  afterEach(async () => {
    app.strapi.config.set(key, 'testEncryptionKeyOf32Characters!');
    await saveSettings(app, { publicUrl: null });
  });

  it('is not there if all is well', async () => {
    await openSettings();
    expect(await box().count()).toBe(0);
  });

  it('says what is wrong and how to mend it, until it is mended', async () => {
    await breakSite();
    await openSettings();
    await box().waitFor();
    const text = await box().innerText();
    expect(text).toContain('Visitors come to https://share.example.com');
    expect(text).toContain('proxy.maxIpsCount');
    expect(text).toContain('secrets.encryptionKey in config/admin');
    await expectAccessible(admin, box());
    await shoot(admin, 'settings-status');

    const address = admin.getByRole('textbox', { name: 'Address of this Strapi' });
    await address.fill('');
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('Settings saved').last().waitFor();
    await expect.poll(() => box().innerText()).not.toContain('share.example.com');
    expect(await box().innerText()).toContain('secrets.encryptionKey');
  });

  it('fits on a phone, in the dark', async () => {
    await breakSite();
    const phone = await panelPage(app, browser, 'admin', {
      theme: 'dark',
      viewport: { width: 390, height: 844 },
    });
    await openSettings(phone);
    await box(phone).waitFor();
    expect(await sticksOut(box(phone))).toEqual([]);
    await expectAccessible(phone, box(phone));
    await shoot(phone, 'settings-status-phone-dark');
    await phone.context().close();
  });

  it('a default without an end is refused at its field where links must have one', async () => {
    await openSettings();
    await admin.getByRole('checkbox', { name: 'Links may have no end' }).click();
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin
      .getByText('Links must have an end: choose how long new ones last.')
      .first()
      .waitFor();
    await shoot(admin, 'settings-endless');
    const client = await login(app, 'admin');
    const { body } = await client<{ data: { allowNever: boolean } }>(
      'GET',
      '/share-links/settings'
    );
    expect(body.data.allowNever).toBe(true);
  });
});
