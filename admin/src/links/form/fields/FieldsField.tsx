import { Checkbox, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';

const Choice = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
  max-height: 24rem;
  overflow-y: auto;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** Sets which fields visitors see: all that the person may share, or some of them. */
export function FieldsField({ rules, sharing }: RulesProps) {
  const t = useTranslate();
  const { values, errors, change } = rules;
  const shareable = sharing.exposure?.fields ?? [];

  if (shareable.length === 0) return null;

  function toggle(name: string, isTicked: boolean) {
    const others = values.fields.filter((field) => field !== name);
    change({ fields: isTicked ? [...others, name] : others });
  }

  return (
    <Field.Root name="fields" error={errors.fields}>
      <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
        {t('rules.fields')}
      </Typography>
      <Radio.Group
        aria-label={t('rules.fields')}
        value={values.allFields ? 'all' : 'some'}
        onValueChange={(value) => change({ allFields: value === 'all' })}
      >
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Radio.Item value="all">{t('rules.fields.all', { count: shareable.length })}</Radio.Item>
          <Radio.Item value="some">{t('rules.fields.some')}</Radio.Item>
        </Flex>
      </Radio.Group>
      {values.allFields ? null : (
        <Choice role="group" aria-label={t('rules.fields.choice')}>
          {shareable.map(({ name, label }, index) => (
            <Checkbox
              key={name}
              checked={values.fields.includes(name)}
              aria-invalid={errors.fields !== undefined && index === 0 ? true : undefined}
              onCheckedChange={(isTicked) => toggle(name, isTicked === true)}
            >
              {label}
            </Checkbox>
          ))}
        </Choice>
      )}
      <Field.Error />
    </Field.Root>
  );
}
