import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { offeredOptions } from './childrenAndLocales';
import { OptionBox } from './OptionBox';

/** Sets whether visitors may download files. */
export function DownloadField({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const { values, errors, change } = rules;

  if (!offeredOptions(sharing, link).downloads) return null;

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
