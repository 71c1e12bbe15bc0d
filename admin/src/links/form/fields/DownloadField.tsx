import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { OptionBox } from './OptionBox';
import { reachChoices } from './reach';

/** Sets whether visitors may download files. */
export function DownloadField({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const { values, errors, change } = rules;

  if (!reachChoices(sharing, link).downloads) return null;

  return (
    <OptionBox
      label={t('rules.downloads')}
      hint={t(values.allowDownload ? 'rules.downloads.on' : 'rules.downloads.off')}
      isOn={values.allowDownload}
      error={errors.allowDownload}
      onChange={(allowDownload) => change({ allowDownload })}
    />
  );
}
