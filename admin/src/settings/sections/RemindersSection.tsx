import { useTranslate } from '../../utils/translations';
import { NumberSetting } from '../fields/NumberSetting';
import { FieldCell, FieldGrid, Section } from './Section';

/** Sets when the maker of a link gets an e-mail about its end. */
export function RemindersSection() {
  const t = useTranslate();

  return (
    <Section title={t('settings.reminders.title')} description={t('settings.reminders.about')}>
      <FieldGrid>
        <FieldCell>
          <NumberSetting
            name="reminderDays"
            label={t('settings.reminderDays')}
            hint={t('settings.reminderDays.hint')}
            placeholder={t('settings.reminderDays.none')}
          />
        </FieldCell>
      </FieldGrid>
    </Section>
  );
}
