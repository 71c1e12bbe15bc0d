import { FRAME_ORIGINS_MAX } from '../../../../contracts/frame-origins';
import {
  PASSWORD_MAX_BYTES,
  REFRESH_MAX_SECONDS,
  REFRESH_MIN_SECONDS,
  SLUG_MAX_LENGTH,
  SLUG_MIN_LENGTH,
  SLUG_PATTERN,
  VIEWERS_MAX,
} from '../../../../contracts/links';
import type { Link } from '../../../../contracts/links';
import type { LinkLimits } from '../../../../contracts/settings';
import { normalPassword } from '../../../../contracts/typed-texts';
import type { MessageKey } from '../../utils/translations';
import { endOf, latestEnd } from './fields/expiry';
import { typedOrigins, wrongOrigin } from './fields/frames';
import { fromLocalInput, localInput } from './fields/localTime';
import { isRefresh, refreshSeconds } from './fields/refresh';
import { byteLength } from './password/password';
import type { RuleName, RulesValues } from './values';

interface Fault {
  key: MessageKey;
  values?: Record<string, number | string>;
}

type Faults = Partial<Record<RuleName, Fault>>;

/** A form that proposes the longest life is sent a moment later. The server allows as much. */
const GRACE = 60_000;

/** Returns what is wrong with the form, by rule. `link` is null for a new one. */
export function validateRules(
  values: RulesValues,
  limits: LinkLimits,
  link: Link | null,
  now: Date
): Faults {
  const faults: Record<RuleName, Fault | null> = {
    label: null,
    expiry: expiryFault(values, limits, link, now),
    password: passwordFault(values, limits, link),
    startsAt: null,
    shows: null,
    fields: !values.allFields && values.fields.length === 0 ? { key: 'rules.fault.fields' } : null,
    slug: slugFault(values.slug, link),
    maxViewers: viewersFault(values.maxViewers),
    includeChildren: null,
    locales: null,
    refresh: isRefresh(refreshSeconds(values))
      ? null
      : {
          key: 'rules.fault.refresh',
          values: { min: REFRESH_MIN_SECONDS, max: REFRESH_MAX_SECONDS },
        },
    allowDownload: null,
    allowIndexing: null,
    frameOrigins: framesFault(values.frameOrigins),
    notifyFirstVisit: null,
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null));
}

function expiryFault(
  values: RulesValues,
  { maxExpiryDays }: LinkLimits,
  link: Link | null,
  now: Date
): Fault | null {
  const end = endOf(values.expiry, values.expiresAt, link?.expiresAt ?? null, now);
  if (end === undefined) return { key: 'rules.fault.noDate' };
  if (values.expiry === 'date' && end) {
    if (end <= now) return { key: 'rules.fault.past' };
    const latest = latestEnd(maxExpiryDays, now);
    if (latest && maxExpiryDays !== null && end.getTime() > latest.getTime() + GRACE) {
      return { key: 'rules.fault.tooLong', values: { days: maxExpiryDays } };
    }
  }
  const start = fromLocalInput(values.startsAt);
  const isUntouched =
    values.expiry === 'keep' && values.startsAt === localStart(link?.startsAt ?? null);
  return start && end && start >= end && !isUntouched
    ? { key: 'rules.fault.endBeforeStart' }
    : null;
}

function passwordFault(
  { password: typed, passwordPlan }: RulesValues,
  { passwordMinLength, passwordRequired }: LinkLimits,
  link: Link | null
): Fault | null {
  if (passwordPlan === 'keep') return null;
  // The server stores this form.
  const password = normalPassword(typed);
  if (passwordPlan === 'remove' || password === '') {
    // A link that had no password before the site required one may stay without.
    const isAsked = link === null || passwordPlan === 'remove';
    if (passwordRequired && isAsked) return { key: 'rules.fault.passwordRequired' };
    return link?.hasPassword && passwordPlan === 'set'
      ? { key: 'rules.fault.passwordEmpty' }
      : null;
  }
  if ([...password].length < passwordMinLength) {
    return { key: 'rules.fault.passwordShort', values: { min: passwordMinLength } };
  }
  return byteLength(password) > PASSWORD_MAX_BYTES
    ? { key: 'rules.fault.passwordLong', values: { max: PASSWORD_MAX_BYTES } }
    : null;
}

function slugFault(slug: string, link: Link | null): Fault | null {
  if (slug === '' || slug === link?.slug) return null;
  if (slug.length < SLUG_MIN_LENGTH || slug.length > SLUG_MAX_LENGTH) {
    return {
      key: 'rules.fault.slugLength',
      values: { min: SLUG_MIN_LENGTH, max: SLUG_MAX_LENGTH },
    };
  }
  return SLUG_PATTERN.test(slug) ? null : { key: 'rules.fault.slugPattern' };
}

function framesFault(text: string): Fault | null {
  const origins = typedOrigins(text);
  const wrong = wrongOrigin(origins);
  if (wrong !== null) return { key: 'rules.fault.frames', values: { origin: wrong } };
  return origins.length > FRAME_ORIGINS_MAX
    ? { key: 'rules.fault.framesMany', values: { max: FRAME_ORIGINS_MAX } }
    : null;
}

function viewersFault(maxViewers: string): Fault | null {
  if (maxViewers.trim() === '') return null;
  const count = Number(maxViewers);
  return Number.isInteger(count) && count >= 1 && count <= VIEWERS_MAX
    ? null
    : { key: 'rules.fault.viewers', values: { max: VIEWERS_MAX } };
}

function localStart(startsAt: string | null): string {
  return startsAt ? localInput(new Date(startsAt)) : '';
}
