import * as React from 'react';

import { Field, TextInput } from '@strapi/design-system';

import { LABEL_MAX_LENGTH } from '../../../contracts/links';
import { useTranslate } from '../utils/translations';

interface NameFieldProps {
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

export function NameField({ value, onChange, error }: NameFieldProps) {
  const t = useTranslate();
  const root = React.useRef<HTMLDivElement>(null);
  const input = React.useRef<HTMLInputElement>(null);

  React.useEffect(() => {
    if (!error) return;
    input.current?.focus();
    root.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);

  return (
    <Field.Root ref={root} name="label" hint={t('name.hint')} error={error ?? undefined}>
      <Field.Label>{t('name.label')}</Field.Label>
      <TextInput
        ref={input}
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
