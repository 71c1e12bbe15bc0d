import type { Core } from '@strapi/strapi';

import type { LinkRulesInput } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { encrypt } from '../../core/encryption';
import { refuseField } from '../../core/errors';
import { isFull } from '../store/full';
import type { LinkRow } from '../store/link-schema';
import { defaultEnd, requestedEnd } from './expiry';
import { hashPassword } from './password';

type Rules = Pick<
  LinkRulesInput,
  | 'label'
  | 'expiresIn'
  | 'expiresAt'
  | 'startsAt'
  | 'password'
  | 'slug'
  | 'maxViewers'
  | 'allowIndexing'
  | 'allowDownload'
  | 'refreshSeconds'
  | 'frameOrigins'
  | 'notifyFirstVisit'
>;

/**
 * The columns that a request changes, checked against the site's rules for links. `row` is the
 * current link, or null for a new one.
 *
 * @throws Refused `invalid` that names the field
 */
export async function ruleColumns(
  strapi: Core.Strapi,
  settings: Settings,
  rules: Rules,
  row: LinkRow | null,
  now: Date
): Promise<Partial<LinkRow>> {
  const columns: Partial<LinkRow> = {};
  if (rules.label !== undefined) columns.label = rules.label;
  if (rules.slug !== undefined) columns.slug = rules.slug;
  if (rules.maxViewers !== undefined) {
    columns.maxViewers = rules.maxViewers;
    columns.isFull = isFull({
      maxViewers: rules.maxViewers,
      viewerCount: row?.viewerCount ?? 0,
    });
  }
  const { allowIndexing = row ? undefined : false, allowDownload = row ? undefined : true } = rules;
  if (allowIndexing !== undefined) columns.allowIndexing = allowIndexing;
  if (allowDownload !== undefined) columns.allowDownload = allowDownload;
  if (rules.refreshSeconds !== undefined) columns.refreshSeconds = rules.refreshSeconds;
  if (rules.frameOrigins !== undefined) {
    columns.frameOrigins = rules.frameOrigins.length > 0 ? rules.frameOrigins : null;
  }
  Object.assign(columns, notifyColumns(rules.notifyFirstVisit, row, now));
  if (rules.startsAt !== undefined) columns.startsAt = rules.startsAt && isoDate(rules.startsAt);

  const requested = requestedEnd(rules, settings, now);
  const end = requested === undefined && !row ? defaultEnd(settings, now) : requested;
  if (end !== undefined) {
    columns.expiresAt = end && end.toISOString();
    columns.expiryAnnouncedAt = null;
    // An earlier end needs no second reminder.
    if (!end || !row?.expiresAt || end > new Date(row.expiresAt)) columns.remindedAt = null;
  }

  const startsAt = columns.startsAt === undefined ? row?.startsAt : columns.startsAt;
  const expiresAt = columns.expiresAt === undefined ? row?.expiresAt : columns.expiresAt;
  if (startsAt && expiresAt && new Date(startsAt) >= new Date(expiresAt)) {
    const field = rules.startsAt === undefined ? 'expiresAt' : 'startsAt';
    refuseField(field, 'The end must be after the start');
  }
  return { ...columns, ...(await passwordColumns(strapi, settings, rules.password, row)) };
}

/** If somebody asks for the mail after the first visit, there is nothing left to report. */
function notifyColumns(
  notifyFirstVisit: boolean | undefined,
  row: LinkRow | null,
  now: Date
): Partial<LinkRow> {
  if (notifyFirstVisit === undefined) return row ? {} : { notifyFirstVisit: false };
  const isTooLate = notifyFirstVisit && row && !row.notifyFirstVisit && row.viewCount > 0;
  return { notifyFirstVisit, ...(isTooLate ? { firstVisitToldAt: now.toISOString() } : {}) };
}

async function passwordColumns(
  strapi: Core.Strapi,
  settings: Settings,
  password: string | null | undefined,
  row: LinkRow | null
): Promise<Partial<LinkRow>> {
  const passwordVersion = row ? row.passwordVersion + 1 : 0;
  if (password === undefined && row) return {};
  if (!password) {
    if (settings.passwordRequired) {
      refuseField('password', 'This site asks for a password on every link');
    }
    return { passwordHash: null, passwordCipher: null, passwordVersion };
  }
  if ([...password].length < settings.passwordMinLength) {
    refuseField('password', `must be at least ${settings.passwordMinLength} characters`);
  }
  return {
    passwordHash: await hashPassword(password),
    passwordCipher: settings.passwordReveal ? encrypt(strapi, password) : null,
    passwordVersion,
  };
}

function isoDate(value: string): string {
  return new Date(value).toISOString();
}
