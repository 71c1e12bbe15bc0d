import * as React from 'react';

import { TextInput } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import { useFieldAccess } from './fieldAccess';
import { SettingField } from './SettingField';

interface TextSettingProps {
  name: string;
  label: string;
  hint?: React.ReactNode;
  placeholder?: string;
  maxLength?: number;
  inputMode?: 'url' | 'text';
  startAction?: React.ReactNode;
}

export function TextSetting({ name, label, hint, ...input }: TextSettingProps) {
  const { value, onChange } = useField<string | null>(name);
  const { isDisabled } = useFieldAccess(name);

  return (
    <SettingField name={name} label={label} hint={hint}>
      <TextInput
        {...input}
        value={value ?? ''}
        disabled={isDisabled}
        autoComplete="off"
        spellCheck={input.inputMode !== 'url'}
        onChange={(event) => onChange(name, event.target.value || null)}
        onBlur={() => onChange(name, value?.trim() || null)}
      />
    </SettingField>
  );
}
