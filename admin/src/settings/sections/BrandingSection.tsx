import { useTranslate } from '../../utils/translations';
import { ColorSetting } from '../fields/ColorSetting';
import { TextSetting } from '../fields/TextSetting';
import { FieldCell, FieldGrid, Section } from './Section';

export function BrandingSection() {
  const t = useTranslate();

  return (
    <Section title={t('settings.branding.title')} description={t('settings.branding.about')}>
      <FieldGrid>
        <FieldCell>
          <TextSetting
            name="branding.name"
            label={t('settings.branding.name')}
            hint={t('settings.branding.name.hint')}
            maxLength={80}
          />
        </FieldCell>
        <FieldCell>
          <TextSetting
            name="branding.logo"
            label={t('settings.branding.logo')}
            hint={t('settings.branding.logo.hint')}
            placeholder="/uploads/logo.svg"
            inputMode="url"
          />
        </FieldCell>
        <FieldCell>
          <ColorSetting />
        </FieldCell>
        <FieldCell>
          <TextSetting
            name="branding.footer"
            label={t('settings.branding.footer')}
            hint={t('settings.branding.footer.hint')}
            maxLength={300}
          />
        </FieldCell>
      </FieldGrid>
    </Section>
  );
}
