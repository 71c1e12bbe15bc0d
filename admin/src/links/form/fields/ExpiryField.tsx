import { Flex } from '@strapi/design-system';

import type { Link } from '../../../../../contracts/links';
import { END_FIELD } from '../../../ui/focus';
import { useFormatDate } from '../../../ui/useFormatDate';
import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { ChoiceField } from './ChoiceField';
import { DateTimeField } from './DateTimeField';
import { allowedPresets, isEnded } from './expiry';
import type { ExpiryChoice } from './expiry';

/** Sets when the link ends: some days after the save, or on a date. */
export function ExpiryField({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const keepLabel = useKeepLabel();
  const formatDate = useFormatDate();
  const { values, errors, change } = rules;
  const { limits } = sharing;
  const isDate = values.expiry === 'date';
  const presets = allowedPresets(limits);
  const choices: ExpiryChoice[] = [...(link ? ['keep' as const] : []), ...presets, 'date'];

  function textOf(choice: ExpiryChoice): string {
    if (choice !== 'keep') return t(`rules.expiry.${choice}`);
    return link ? keepLabel(link) : '';
  }

  function hint(): string | undefined {
    const { maxExpiryDays } = limits;
    const parts = [
      link?.expiresAt && values.expiry !== 'keep'
        ? t('rules.expiry.soFar', { date: formatDate(link.expiresAt) })
        : null,
      maxExpiryDays === null ? null : t('rules.expiry.max', { days: maxExpiryDays }),
    ];
    return parts.filter(Boolean).join(' ') || undefined;
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-focus={END_FIELD}>
      <ChoiceField
        name="expiry"
        label={t('rules.expiry')}
        hint={hint()}
        error={isDate ? undefined : errors.expiry}
        value={values.expiry}
        choices={choices}
        textOf={textOf}
        onChange={(expiry) => change({ expiry })}
      />
      {isDate ? (
        <DateTimeField
          name="expiresAt"
          label={t('rules.expiresAt')}
          value={values.expiresAt}
          error={errors.expiry}
          onChange={(expiresAt) => change({ expiresAt })}
        />
      ) : null}
    </Flex>
  );
}

function useKeepLabel() {
  const t = useTranslate();
  const formatDate = useFormatDate();

  return ({ expiresAt }: Link): string => {
    if (expiresAt === null) return t('rules.expiry.keep.never');
    const key = isEnded(expiresAt, new Date())
      ? 'rules.expiry.keep.ended'
      : 'rules.expiry.keep.ends';
    return t(key, { date: formatDate(expiresAt) });
  };
}
