import { Field, TextInput } from '@strapi/design-system';

import { LABEL_MAX_LENGTH } from '../../../../../contracts/links';
import { useTranslate } from '../../../utils/translations';

interface NameFieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

export function NameField({ value, onChange, error }: NameFieldProps) {
  const t = useTranslate();

  return (
    <Field.Root name="label" hint={t('name.hint')} error={error}>
      <Field.Label>{t('name.label')}</Field.Label>
      <TextInput
        value={value}
        maxLength={LABEL_MAX_LENGTH}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
