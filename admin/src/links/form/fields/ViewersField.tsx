import { Field, TextInput } from '@strapi/design-system';

import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';

/** Sets how many different visitors may open the link. */
export function ViewersField({ rules, link }: RulesProps) {
  const t = useTranslate();
  const { values, errors, change } = rules;

  return (
    <Field.Root
      name="maxViewers"
      error={errors.maxViewers}
      hint={
        link?.viewerCount
          ? t('rules.viewers.soFar', { count: link.viewerCount })
          : t('rules.viewers.hint')
      }
    >
      <Field.Label>{t('rules.viewers')}</Field.Label>
      <TextInput
        inputMode="numeric"
        autoComplete="off"
        value={values.maxViewers}
        onChange={(event) => change({ maxViewers: event.target.value })}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
