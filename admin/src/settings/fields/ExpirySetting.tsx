import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';

import { EXPIRY_PRESETS } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import type { SettingsForm } from '../settingsForm';
import { expiryNote } from './expiryNote';
import { useFieldAccess } from './fieldAccess';
import { SettingField } from './SettingField';

const NAME = 'defaultExpiry';

export function ExpirySetting() {
  const t = useTranslate();
  const { value, onChange } = useField<string>(NAME);
  const note = useForm('ExpirySetting', ({ values }) => expiryNote(values as SettingsForm));
  const { isDisabled } = useFieldAccess(NAME);

  return (
    <SettingField
      name={NAME}
      label={t('settings.defaultExpiry')}
      hint={note ? t(note.key, note.values) : t('settings.defaultExpiry.hint')}
    >
      <SingleSelect
        value={value}
        disabled={isDisabled}
        onChange={(preset) => onChange(NAME, String(preset))}
      >
        {EXPIRY_PRESETS.map((preset) => (
          <SingleSelectOption key={preset} value={preset}>
            {t(`settings.expiry.${preset}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </SettingField>
  );
}
