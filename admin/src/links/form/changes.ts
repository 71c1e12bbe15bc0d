import type { Exposure } from '../../../../contracts/entries';
import type { LinkRulesInput } from '../../../../contracts/links';
import { fieldNames } from './exposure';
import { childrenAndLocales } from './fields/childrenAndLocales';
import { typedOrigins } from './fields/frames';
import { fromLocalInput } from './fields/localTime';
import { refreshSeconds } from './fields/refresh';
import { isSame } from './values';
import type { RulesValues } from './values';

/** Returns the body that makes a link: what the person saw, even if the entry has changed since. */
export function newRules(values: RulesValues, exposure: Exposure | null): LinkRulesInput {
  const { startsAt, password, slug, maxViewers } = rulesOf(values);
  const { includeChildren, locales } = childrenAndLocales(values);
  const { allowDownload, allowIndexing, notifyFirstVisit } = values;
  const seconds = refreshSeconds(values);
  const frameOrigins = typedOrigins(values.frameOrigins);
  return {
    label: values.label.trim() || null,
    ...endRule(values),
    ...(password && { password }),
    ...(startsAt && { startsAt }),
    ...(slug && { slug }),
    ...(maxViewers && { maxViewers }),
    ...(includeChildren && { includeChildren }),
    ...(locales.length > 0 && { locales }),
    ...(seconds !== null && { refreshSeconds: seconds }),
    ...(!allowDownload && { allowDownload }),
    ...(allowIndexing && { allowIndexing }),
    ...(frameOrigins.length > 0 && { frameOrigins }),
    ...(notifyFirstVisit && { notifyFirstVisit }),
    ...(exposure && {
      shows: values.shows,
      fields: fieldNames(values, exposure),
    }),
  };
}

/** Returns the body of an edit: only the rules that differ from the initial values. */
export function changedRules(
  initial: RulesValues,
  values: RulesValues,
  exposure: Exposure | null
): LinkRulesInput {
  const { startsAt, password, slug, maxViewers } = rulesOf(values);
  const hasOtherFields =
    values.allFields !== initial.allFields ||
    (!values.allFields && !isSame(values.fields, initial.fields));

  return {
    ...(values.label.trim() !== initial.label.trim() && { label: values.label.trim() || null }),
    ...endRule(values),
    ...(password !== undefined && { password }),
    ...(values.startsAt !== initial.startsAt && { startsAt }),
    ...(values.shows !== initial.shows && { shows: values.shows }),
    ...(hasOtherFields && exposure && { fields: fieldNames(values, exposure) }),
    ...(values.slug !== initial.slug && { slug }),
    ...(values.maxViewers.trim() !== initial.maxViewers && { maxViewers }),
    ...changedPage(initial, values),
  };
}

/** Returns the changed rules about what the page opens and does, and about the e-mail. */
function changedPage(initial: RulesValues, values: RulesValues): LinkRulesInput {
  const { includeChildren, locales } = childrenAndLocales(values);
  const { allowDownload, allowIndexing, notifyFirstVisit } = values;
  const seconds = refreshSeconds(values);
  const frameOrigins = typedOrigins(values.frameOrigins);
  return {
    ...(includeChildren !== initial.includeChildren && { includeChildren }),
    ...(!isSame(locales, initial.locales) && { locales }),
    ...(seconds !== refreshSeconds(initial) && { refreshSeconds: seconds }),
    ...(allowDownload !== initial.allowDownload && { allowDownload }),
    ...(allowIndexing !== initial.allowIndexing && { allowIndexing }),
    ...(!isSame(frameOrigins, typedOrigins(initial.frameOrigins)) && { frameOrigins }),
    ...(notifyFirstVisit !== initial.notifyFirstVisit && { notifyFirstVisit }),
  };
}

export function isEmpty(rules: LinkRulesInput): boolean {
  return Object.keys(rules).length === 0;
}

/** A preset counts from the save, so the same preset again changes the end too. */
function endRule({ expiry, expiresAt }: RulesValues): LinkRulesInput {
  if (expiry === 'keep') return {};
  if (expiry !== 'date') return { expiresIn: expiry };
  return { expiresAt: fromLocalInput(expiresAt)?.toISOString() ?? null };
}

function rulesOf({ startsAt, passwordPlan, password, slug, maxViewers }: RulesValues) {
  return {
    startsAt: fromLocalInput(startsAt)?.toISOString() ?? null,
    password: passwordPlan === 'remove' ? null : (passwordPlan === 'set' && password) || undefined,
    slug: slug || null,
    maxViewers: maxViewers.trim() === '' ? null : Number(maxViewers),
  };
}
