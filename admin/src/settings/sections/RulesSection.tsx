import type { SettingsAnswer } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';
import { ExpirySetting } from '../fields/ExpirySetting';
import { NumberSetting } from '../fields/NumberSetting';
import { PasswordRequiredSetting, PasswordRevealSetting } from '../fields/PasswordSettings';
import { ToggleSetting } from '../fields/ToggleSetting';
import { FieldCell, FieldGrid, Section } from './Section';

export function RulesSection({ meta }: { meta: SettingsAnswer['meta'] }) {
  const t = useTranslate();

  return (
    <Section title={t('settings.rules.title')} description={t('settings.rules.about')}>
      <FieldGrid>
        <FieldCell>
          <ExpirySetting />
        </FieldCell>
        <FieldCell>
          <NumberSetting
            name="maxExpiryDays"
            label={t('settings.maxExpiryDays')}
            hint={t('settings.maxExpiryDays.hint')}
            placeholder={t('settings.maxExpiryDays.any')}
          />
        </FieldCell>
        <FieldCell>
          <ToggleSetting
            name="allowNever"
            label={t('settings.allowNever')}
            hint={t('settings.allowNever.hint')}
          />
        </FieldCell>
        <FieldCell>
          <PasswordRequiredSetting withoutPassword={meta.withoutPassword} />
        </FieldCell>
        <FieldCell>
          <NumberSetting
            name="passwordMinLength"
            label={t('settings.passwordMinLength')}
            hint={t('settings.passwordMinLength.hint')}
          />
        </FieldCell>
        <FieldCell>
          <PasswordRevealSetting />
        </FieldCell>
      </FieldGrid>
    </Section>
  );
}
