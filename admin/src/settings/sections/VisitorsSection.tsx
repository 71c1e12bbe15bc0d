import { useTranslate } from '../../utils/translations';
import { ChoiceSetting } from '../fields/ChoiceSetting';
import { TextSetting } from '../fields/TextSetting';
import { FieldCell, FieldGrid, Section } from './Section';

export function VisitorsSection() {
  const t = useTranslate();

  return (
    <Section title={t('settings.visitors.title')} description={t('settings.visitors.about')}>
      <FieldGrid>
        <FieldCell wide>
          <ChoiceSetting
            name="refusal"
            label={t('settings.refusal')}
            choices={[
              {
                value: 'uniform',
                label: t('settings.refusal.uniform'),
                explanation: t('settings.refusal.uniform.hint'),
              },
              {
                value: 'explained',
                label: t('settings.refusal.explained'),
                explanation: t('settings.refusal.explained.hint'),
              },
            ]}
          />
        </FieldCell>
        <FieldCell>
          <TextSetting
            name="publicUrl"
            label={t('settings.publicUrl')}
            hint={t('settings.publicUrl.hint')}
            placeholder="https://cms.example.com"
            inputMode="url"
          />
        </FieldCell>
        <FieldCell>
          <TextSetting
            name="frontendUrl"
            label={t('settings.frontendUrl')}
            hint={t('settings.frontendUrl.hint', { token: '{token}' })}
            placeholder="https://www.example.com/shared/{token}"
            inputMode="url"
          />
        </FieldCell>
      </FieldGrid>
    </Section>
  );
}
