import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { offeredOptions } from './childrenAndLocales';
import { OptionBox } from './OptionBox';

/** Sets whether the link opens the entries below this one too. */
export function ChildrenField({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const { values, errors, change } = rules;
  const { available, count } = sharing.children;
  const isFrozen = values.shows === 'frozen';
  const isOn = values.includeChildren && !isFrozen;

  if (!offeredOptions(sharing, link).children) return null;

  function hint(): string {
    if (isFrozen) return t('rules.children.frozen');
    if (!available) return t('rules.children.gone');
    return t(isOn ? 'rules.children.opens' : 'rules.children.hint', { count });
  }

  return (
    <OptionBox
      label={t('rules.children')}
      hint={hint()}
      isOn={isOn}
      disabled={isFrozen || (!available && !isOn)}
      error={errors.includeChildren}
      onChange={(includeChildren) => change({ includeChildren })}
    />
  );
}
