import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { linkRows } from '../links/store';
import { hashToken, parseToken } from '../links/token';
import { getSettings } from '../settings/service';
import { decide } from './decide';
import type { Outcome } from './decide';

export type Resolved = { outcome: Outcome; settings: Settings };

/**
 * The one way in: whatever a visitor asks for, this decides whether the token opens anything. What
 * has not the shape of a token never reaches the database.
 */
export async function resolve(strapi: Core.Strapi, value: unknown): Promise<Resolved> {
  const token = parseToken(value);
  const [settings, link] = await Promise.all([
    getSettings(strapi),
    token ? linkRows(strapi).byTokenHash(hashToken(token)) : null,
  ]);
  if (!token) return { settings, outcome: { kind: 'denied', reason: 'malformed' } };
  return { settings, outcome: decide(link, settings, new Date()) };
}
