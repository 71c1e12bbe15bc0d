import { useTranslate } from '../../utils/translations';
import { ChoiceSetting } from '../fields/ChoiceSetting';
import { ToggleSetting } from '../fields/ToggleSetting';
import { FieldCell, FieldGrid, Section } from './Section';

export function SharersSection() {
  const t = useTranslate();

  return (
    <Section title={t('settings.sharers.title')} description={t('settings.sharers.about')}>
      <FieldGrid>
        <FieldCell>
          <ToggleSetting
            name="ownerOnly"
            label={t('settings.ownerOnly')}
            hint={t('settings.ownerOnly.hint')}
          />
        </FieldCell>
        <FieldCell>
          <ChoiceSetting
            name="makerLost"
            label={t('settings.makerLost')}
            choices={[
              {
                value: 'suspend',
                label: t('settings.makerLost.suspend'),
                explanation: t('settings.makerLost.suspend.hint'),
              },
              {
                value: 'keep',
                label: t('settings.makerLost.keep'),
                explanation: t('settings.makerLost.keep.hint'),
              },
            ]}
          />
        </FieldCell>
      </FieldGrid>
    </Section>
  );
}
