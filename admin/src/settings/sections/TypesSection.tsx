import { useForm } from '@strapi/strapi/admin';

import type { SettingsAnswer } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';
import { LockedNote, useFieldAccess } from '../fields/fieldAccess';
import type { SettingsForm } from '../settingsForm';
import { TypeList } from '../types/TypeList';
import { TypeSetting } from '../types/TypeSetting';
import { Section } from './Section';

/** Lists every content type of the site; the settings that few types need are folded. */
export function TypesSection({ meta }: { meta: SettingsAnswer['meta'] }) {
  const t = useTranslate();
  const types = useForm('TypesSection', ({ values }) => (values as SettingsForm).types);
  const { isLocked } = useFieldAccess('types');

  return (
    <Section title={t('settings.types.title')} description={t('settings.types.about')}>
      {isLocked ? <LockedNote /> : null}
      <TypeList>
        {types.map((type, index) => (
          <TypeSetting
            key={type.uid}
            type={type}
            index={index}
            choices={meta.relations[type.uid] ?? []}
            orders={meta.orders[type.uid] ?? []}
            typeNames={meta.typeNames}
          />
        ))}
      </TypeList>
    </Section>
  );
}
