import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { DateTimeField } from './DateTimeField';

export function StartField({ rules }: RulesProps) {
  const t = useTranslate();

  return (
    <DateTimeField
      name="startsAt"
      label={t('rules.startsAt')}
      hint={t('rules.startsAt.hint')}
      value={rules.values.startsAt}
      error={rules.errors.startsAt}
      onChange={(startsAt) => rules.change({ startsAt })}
    />
  );
}
