import type { Browser, Page } from 'playwright-core';

import type { App } from './app';
import { openBrowser, panelPage } from './browser';
import type { PanelOptions } from './browser';
import type { ActorName } from './client';
import { later } from './later';

/** A Chromium that runs for the tests of a file, with more switches if they need some. */
export const useBrowser = (args?: string[]): Browser =>
  later(
    () => openBrowser(args),
    (browser) => browser.close()
  );

/** The panel for a demo user who has logged in through its form. */
export const usePanel = (
  app: App,
  browser: Browser,
  who: ActorName,
  options?: PanelOptions
): Page =>
  later(
    () => panelPage(app, browser, who, options),
    (page) => page.context().close()
  );
