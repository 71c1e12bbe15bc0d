import { Field, Flex, TextInput } from '@strapi/design-system';

import { REFRESH_MAX_SECONDS, REFRESH_MIN_SECONDS } from '../../../../../contracts/links';
import { useIntervalText } from '../../../ui/useIntervalText';
import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { ChoiceField } from './ChoiceField';
import { REFRESH_CHOICES } from './refresh';
import type { RefreshChoice } from './refresh';

/** Sets how often an open page asks for news. */
export function RefreshField({ rules }: RulesProps) {
  const t = useTranslate();
  const interval = useIntervalText();
  const { values, errors, change } = rules;
  const isOther = values.refresh === 'other';

  function textOf(choice: RefreshChoice): string {
    if (choice === 'never' || choice === 'other') return t(`rules.refresh.${choice}`);
    return interval(Number(choice));
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <ChoiceField
        name="refresh"
        label={t('rules.refresh')}
        hint={t('rules.refresh.hint')}
        error={isOther ? undefined : errors.refresh}
        value={values.refresh}
        choices={REFRESH_CHOICES}
        textOf={textOf}
        onChange={(refresh) => change({ refresh })}
      />
      {isOther ? (
        <Field.Root
          name="refreshSeconds"
          error={errors.refresh}
          hint={t('rules.refresh.range', { min: REFRESH_MIN_SECONDS, max: REFRESH_MAX_SECONDS })}
        >
          <Field.Label>{t('rules.refresh.seconds')}</Field.Label>
          <TextInput
            inputMode="numeric"
            autoComplete="off"
            value={values.refreshSeconds}
            onChange={(event) => change({ refreshSeconds: event.target.value })}
          />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      ) : null}
    </Flex>
  );
}
