import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import type { SettingsAnswer } from '../../contracts/settings';
import { arrowTo, expectFocusSeen, focusedName, tabTo } from '../support/browser';
import { DOCUMENT } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useActor, useApp } from '../support/use-app';
import { useBrowser, usePanel } from '../support/use-panel';

const app = useApp();
const admin = useActor(app, 'admin');
const browser = useBrowser();
const page = usePanel(app, browser, 'admin');

/** As long as a finger presses: a radio group follows an arrow key only while it is down. */
const press = (key: string) => page.keyboard.press(key, { delay: 60 });

/** Moves to the element with that name, and checks that the focus is visible there. */
async function goTo(name: string): Promise<void> {
  await tabTo(page, name);
  await expectFocusSeen(page);
}

async function goBackTo(name: string): Promise<void> {
  // Strapi draws its header again when it scrolls into view, and then the focused element is gone.
  const arrives = async () => {
    await tabTo(page, name, 'Shift+Tab');
    await page.waitForTimeout(300);
    return (await focusedName(page)).startsWith(name);
  };
  await expect.poll(arrives, { timeout: 10_000 }).toBe(true);
  await expectFocusSeen(page);
}

async function expectFocusOn(name: string): Promise<void> {
  await expect.poll(() => focusedName(page)).toBe(name);
  await expectFocusSeen(page);
}

async function choose(select: string, option: string): Promise<void> {
  await goTo(select);
  await press('Enter');
  await arrowTo(page, option);
  await press('Enter');
}

describe('the keyboard alone is enough for', () => {
  it('the page of all links: filter, pause several, details, and the kill switch', async () => {
    const ids: number[] = [];
    for (const label of ['Keys one', 'Keys two', 'Keys three']) {
      ids.push((await shareEntry(app, { label })).id);
    }
    const states = async () => {
      const answers = ids.map((id) => admin<{ data: Link }>('GET', `/share-links/links/${id}`));
      return (await Promise.all(answers)).map(({ body }) => body.data.state);
    };
    await page.goto(`${app.url}/admin/plugins/share-links`);
    await page.getByRole('button', { name: 'Details of link Keys one' }).waitFor();

    await goTo('Search');
    await press('Enter');
    await page.keyboard.type('Keys');
    await press('Enter');
    await page.getByText('3 links').waitFor();
    await choose('Content type', 'Document');
    await page.getByRole('button', { name: 'Clear filters' }).waitFor();

    for (const name of ['Keys two', 'Keys one']) {
      await goTo(`Select link ${name}`);
      await press('Space');
    }
    await page.getByText('2 links selected').waitFor();
    const ask = page.getByRole('alertdialog');
    await goBackTo('Pause');
    await press('Enter');
    await ask.waitFor();
    await press('Escape');
    await expectFocusOn('Pause');
    await press('Enter');
    await ask.waitFor();
    await goTo('Pause');
    await press('Enter');
    await expect.poll(states).toEqual(['paused', 'paused', 'active']);
    await expectFocusOn('3 links');

    await goTo('Details of link Keys three');
    await press('Enter');
    const details = page.getByRole('dialog', { name: 'Link Keys three' });
    await details.waitFor();
    await goTo('Pause link');
    await press('Enter');
    await expect.poll(states).toEqual(['paused', 'paused', 'paused']);
    await expectFocusOn('Resume link');
    await goTo('Delete link');
    await press('Enter');
    await ask.waitFor();
    await press('Escape');
    await expectFocusOn('Delete link');
    await press('Escape');
    await details.waitFor({ state: 'hidden' });
    await expectFocusOn('Details of link Keys three');

    await goBackTo('Pause all sharing');
    await press('Enter');
    await ask.waitFor();
    await press('Escape');
    await expectFocusOn('Pause all sharing');
    await press('Enter');
    await ask.waitFor();
    await goTo('Pause all sharing');
    await press('Enter');
    await ask.waitFor({ state: 'hidden' });
    await expectFocusOn('Resume sharing');
    await press('Enter');
    await ask.waitFor();
    await goTo('Resume sharing');
    await press('Enter');
    await ask.waitFor({ state: 'hidden' });
    await expectFocusOn('Pause all sharing');
  });

  it('the settings: every kind of field, an error, and saving', async () => {
    await page.goto(`${app.url}/admin/settings/share-links`);
    await page.getByRole('heading', { name: 'What may be shared' }).waitFor();

    await goTo('Allow sharing of Dashboard');
    await press('Space');
    await choose('Links per entry of Document', 'One link per entry');
    await goTo('Suspend the link');
    await press('ArrowDown');
    await choose('New links expire after', '1 week');
    await goTo('Every link needs a password');
    await press('Space');
    await goTo('Shortest password');
    await press('Control+A');
    await page.keyboard.type('12');
    await goTo('Say nothing about it');
    await press('ArrowDown');
    await goTo('Address of this Strapi');
    await page.keyboard.type('nowhere');
    await goBackTo('Save');
    await press('Enter');
    await expectFocusOn('Address of this Strapi');
    await page.getByText('Enter an address such as').waitFor();
    await press('Control+A');
    await press('Delete');
    await press('Enter');
    // The question what this does to the links that there are.
    await page.getByRole('alertdialog', { name: 'Save these settings?' }).waitFor();
    await goTo('Save');
    await press('Enter');
    await page.getByText('Settings saved').waitFor();

    const { body } = await admin<SettingsAnswer>('GET', '/share-links/settings');
    expect(body.data).toMatchObject({
      makerLost: 'keep',
      defaultExpiry: '1w',
      passwordRequired: true,
      passwordMinLength: 12,
      refusal: 'explained',
    });
    expect(body.data.contentTypes).toMatchObject({
      'api::dashboard.dashboard': { enabled: false },
      [DOCUMENT]: { mode: 'single' },
    });
  });
});
