import { Toggle } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import { useTranslate } from '../../utils/translations';
import { useFieldAccess } from './fieldAccess';
import { SettingField } from './SettingField';

interface ToggleSettingProps {
  name: string;
  label: string;
  hint: string;
}

export function ToggleSetting({ name, label, hint }: ToggleSettingProps) {
  const t = useTranslate();
  const { value = false, onChange } = useField<boolean>(name);
  const { isDisabled } = useFieldAccess(name);

  return (
    <SettingField name={name} label={label} hint={hint}>
      <Toggle
        onLabel={t('settings.yes')}
        offLabel={t('settings.no')}
        checked={value}
        disabled={isDisabled}
        onChange={(event) => onChange(name, event.target.checked)}
      />
    </SettingField>
  );
}
