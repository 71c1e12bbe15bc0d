import { useTranslate } from '../../../utils/translations';
import { MomentField } from './DateTimeField';
import type { RulesProps } from '../RulesForm';

export function StartField({ rules }: RulesProps) {
  const t = useTranslate();

  return (
    <MomentField
      name="startsAt"
      label={t('rules.startsAt')}
      hint={t('rules.startsAt.hint')}
      value={rules.values.startsAt}
      error={rules.errors.startsAt}
      onChange={(startsAt) => rules.change({ startsAt })}
    />
  );
}
