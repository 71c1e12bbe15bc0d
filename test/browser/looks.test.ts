import { describe, it } from 'vitest';

import { cardOf, expectAccessible, openEntry, panelPage, shoot } from '../support/browser';
import { DOCUMENT, newDocument } from '../support/entries';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 1000 };

const app = useApp();
const browser = useBrowser();

describe.each([
  ['phone', 'light', PHONE],
  ['phone', 'dark', PHONE],
  ['desktop', 'dark', DESKTOP],
] as const)('the panel: %s, %s', (device, theme, viewport) => {
  it('has readable and accessible dialogs', async () => {
    const { documentId } = await newDocument(app);
    const page = await panelPage(app, browser, 'editor', { viewport, theme });
    const look = `${device}-${theme}`;
    await openEntry(app, page, DOCUMENT, documentId);
    // On a phone, Strapi keeps the side panels in a drawer.
    if (device === 'phone') await page.getByRole('button', { name: 'Open more actions' }).click();
    await shoot(page, `panel-${look}`);
    await expectAccessible(page, cardOf(page));
    await page.getByRole('button', { name: 'Create share link' }).click();
    const warning = page.getByRole('dialog', { name: 'Create share link' });
    await warning.waitFor();
    await shoot(page, `warning-${look}`);
    await expectAccessible(page, warning);
    await warning.getByRole('textbox', { name: 'Name' }).fill('For a customer with a long name');
    await warning.getByRole('button', { name: 'Create link', exact: true }).click();
    const manager = page.getByRole('dialog', { name: 'Manage share links' });
    await manager.getByRole('button', { name: /^Copy link/ }).waitFor();
    await shoot(page, `manager-${look}`);
    await expectAccessible(page, manager);
    await manager.getByRole('button', { name: /^Delete link/ }).click();
    await page.getByRole('alertdialog').waitFor();
    await shoot(page, `delete-${look}`);
    await expectAccessible(page, page.getByRole('alertdialog'));
    await page.context().close();
  });
});
