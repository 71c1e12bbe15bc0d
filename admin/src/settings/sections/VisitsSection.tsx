import { ADDRESS_MODES } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';
import { ChoiceSetting } from '../fields/ChoiceSetting';
import { NumberSetting } from '../fields/NumberSetting';
import { FieldCell, FieldGrid, Section } from './Section';

/** Sets what the site keeps of visitors. */
export function VisitsSection() {
  const t = useTranslate();

  return (
    <Section title={t('settings.visits.title')} description={t('settings.visits.about')}>
      <FieldGrid>
        <FieldCell>
          <ChoiceSetting
            name="visits.address"
            label={t('settings.visits.address')}
            choices={ADDRESS_MODES.map((mode) => ({
              value: mode,
              label: t(`settings.visits.address.${mode}`),
              explanation: t(`settings.visits.address.${mode}.hint`),
            }))}
          />
        </FieldCell>
        <FieldCell>
          <NumberSetting
            name="visits.retentionDays"
            label={t('settings.visits.retentionDays')}
            hint={t('settings.visits.retentionDays.hint')}
            placeholder={t('settings.visits.retentionDays.keep')}
          />
        </FieldCell>
      </FieldGrid>
    </Section>
  );
}
