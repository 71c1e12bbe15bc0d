import { errorCode, fieldErrors } from '../../utils/errors';
import type { RuleName } from './values';

const RULES: Record<string, RuleName> = {
  label: 'label',
  expiresIn: 'expiry',
  expiresAt: 'expiry',
  password: 'password',
  startsAt: 'startsAt',
  shows: 'shows',
  fields: 'fields',
  slug: 'slug',
  maxViewers: 'maxViewers',
  includeChildren: 'includeChildren',
  locales: 'locales',
  refreshSeconds: 'refresh',
  allowDownload: 'allowDownload',
  allowIndexing: 'allowIndexing',
  frameOrigins: 'frameOrigins',
  notifyFirstVisit: 'notifyFirstVisit',
};

/** Returns the messages of a refusal by rule; empty if it is about none of the rules. */
export function serverErrors(error: unknown, message: string): Partial<Record<RuleName, string>> {
  const found: Partial<Record<RuleName, string>> = {};
  for (const { path, message: fault } of fieldErrors(error)) {
    const rule = RULES[String(path[0])];
    if (rule) found[rule] ??= fault;
  }
  if (errorCode(error) === 'slug-taken') found.slug ??= message;
  return found;
}
