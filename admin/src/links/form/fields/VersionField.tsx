import { useTranslate } from '../../../utils/translations';
import { useVersionName } from '../../link/names';
import type { RulesProps } from '../useRules';
import { ChoiceField } from './ChoiceField';
import { versionChoices } from './versions';

/** Sets which version of the entry visitors see. */
export function VersionField({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const versionName = useVersionName(sharing);
  const choices = versionChoices(sharing, link);
  const { values, errors, change } = rules;
  const isRefrozen = values.shows === 'frozen' && link?.shows === 'frozen';
  const shown =
    sharing.versions.draftAndPublish || values.shows === 'frozen' ? values.shows : 'saved';

  return (
    <ChoiceField
      name="shows"
      label={t('rules.shows')}
      hint={t(isRefrozen ? 'rules.shows.isFrozen' : `warning.shows.${shown}`)}
      error={errors.shows}
      value={values.shows}
      choices={choices}
      textOf={versionName}
      onChange={(shows) => change({ shows })}
    />
  );
}
