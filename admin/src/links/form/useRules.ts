import * as React from 'react';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import type { LinkLimits } from '../../../../contracts/settings';
import { useErrorText } from '../../api';
import type { RequestError } from '../../api';
import { useTranslate } from '../../utils/translations';
import { serverErrors } from './serverErrors';
import { validateRules } from './validate';
import type { RuleName, RulesValues } from './values';

type RuleErrors = Partial<Record<RuleName, string>>;

export interface RulesState {
  values: RulesValues;
  errors: RuleErrors;
  /** Whether the person has changed what the form proposed. */
  isChanged: boolean;
  /** Why the server refused the whole form, if the reason belongs to no rule. */
  failure: RequestError | null;
  change: (patch: Partial<RulesValues>) => void;
  /** Replaces values that the form proposed by others, which the person has not entered. */
  propose: (patch: Partial<RulesValues>) => void;
  /** Returns whether the form may be sent, and shows what is wrong if not. */
  check: () => boolean;
  refuse: (error: RequestError) => void;
}

/** The properties that every field of the form gets. */
export interface RulesProps {
  rules: RulesState;
  sharing: EntrySharing;
  /** Null for a link that is still to be made. */
  link: Link | null;
}

/** The rules whose errors are cleared when a value changes. */
const CLEARS: Record<keyof RulesValues, RuleName[]> = {
  label: ['label'],
  expiry: ['expiry', 'startsAt'],
  expiresAt: ['expiry', 'startsAt'],
  passwordPlan: ['password'],
  password: ['password'],
  startsAt: ['startsAt', 'expiry'],
  // A frozen version opens nothing besides the entry.
  shows: ['shows', 'includeChildren', 'locales'],
  allFields: ['fields', 'includeChildren', 'locales'],
  fields: ['fields', 'includeChildren', 'locales'],
  slug: ['slug'],
  maxViewers: ['maxViewers'],
  includeChildren: ['includeChildren'],
  locales: ['locales'],
  refresh: ['refresh'],
  refreshSeconds: ['refresh'],
  allowDownload: ['allowDownload'],
  allowIndexing: ['allowIndexing'],
  frameOrigins: ['frameOrigins'],
  notifyFirstVisit: ['notifyFirstVisit'],
};

/** Holds the values and the errors of the form for a link's rules. */
export function useRules(
  initial: RulesValues,
  limits: LinkLimits,
  link: Link | null = null
): RulesState {
  const t = useTranslate();
  const errorText = useErrorText();
  const [values, setValues] = React.useState(initial);
  const [proposed, setProposed] = React.useState(initial);
  const [errors, setErrors] = React.useState<RuleErrors>({});
  const [failure, setFailure] = React.useState<RequestError | null>(null);

  function change(patch: Partial<RulesValues>) {
    const cleared = (Object.keys(patch) as (keyof RulesValues)[]).flatMap((key) => CLEARS[key]);
    setValues((before) => ({ ...before, ...patch }));
    setErrors((before) => {
      const left = Object.entries(before).filter(
        ([rule]) => !cleared.some((name) => name === rule)
      );
      return Object.fromEntries(left);
    });
  }

  function propose(patch: Partial<RulesValues>) {
    setProposed((before) => ({ ...before, ...patch }));
    change(patch);
  }

  function check() {
    const faults = Object.entries(validateRules(values, limits, link, new Date()));
    setErrors(Object.fromEntries(faults.map(([rule, { key, values }]) => [rule, t(key, values)])));
    setFailure(null);
    return faults.length === 0;
  }

  function refuse(error: RequestError) {
    const found = serverErrors(error, errorText(error));
    setErrors(found);
    setFailure(Object.keys(found).length === 0 ? error : null);
  }

  const isChanged = JSON.stringify(values) !== JSON.stringify(proposed);
  return { values, errors, isChanged, failure, change, propose, check, refuse };
}
