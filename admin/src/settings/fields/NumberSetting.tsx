import { NumberInput } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import { useFieldAccess } from './fieldAccess';
import { SettingField } from './SettingField';

interface NumberSettingProps {
  name: string;
  label: string;
  hint: string;
  placeholder?: string;
}

/** Sets a whole number, or null if the field is empty. */
export function NumberSetting({ name, label, hint, placeholder }: NumberSettingProps) {
  const { value, onChange } = useField<number | null>(name);
  const { isDisabled } = useFieldAccess(name);

  return (
    <SettingField name={name} label={label} hint={hint}>
      <NumberInput
        value={value ?? undefined}
        placeholder={placeholder}
        disabled={isDisabled}
        onValueChange={(number) => onChange(name, number ?? null)}
      />
    </SettingField>
  );
}
