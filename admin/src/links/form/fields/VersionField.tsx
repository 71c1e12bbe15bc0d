import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useTranslate } from '../../../utils/translations';
import { useVersionName } from '../../link/names';
import type { RulesProps } from '../useRules';
import { versionChoices } from './versions';

/** Which version of the entry visitors see. */
export function VersionField({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const versionName = useVersionName(sharing);
  const choices = versionChoices(sharing, link);
  const { values, errors, change } = rules;
  const isRefrozen = values.shows === 'frozen' && link?.shows === 'frozen';
  const shown =
    sharing.versions.draftAndPublish || values.shows === 'frozen' ? values.shows : 'saved';

  return (
    <Field.Root
      name="shows"
      error={errors.shows}
      hint={t(isRefrozen ? 'rules.shows.isFrozen' : `warning.shows.${shown}`)}
    >
      <Field.Label>{t('rules.shows')}</Field.Label>
      <SingleSelect
        value={values.shows}
        onChange={(value) => {
          const shows = choices.find((choice) => choice === value);
          if (shows) change({ shows });
        }}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice} value={choice}>
            {versionName(choice)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
