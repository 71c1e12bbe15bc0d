import { expect } from 'vitest';

import type { App } from './app';
import { login } from './client';

/** Saves settings of the plugin, as the panel does. */
export async function saveSettings(app: App, data: object): Promise<void> {
  const admin = await login(app, 'admin');
  const { status, text } = await admin('PUT', '/share-links/settings', { data });
  expect(status, text).toBe(200);
}
