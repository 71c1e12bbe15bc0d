import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { OptionGroup } from './layout';
import { OptionBox } from './OptionBox';

/** Sets whether the maker of the link gets an e-mail about its first visit. */
export function NotifyField({ rules, link }: RulesProps) {
  const t = useTranslate();
  const { values, errors, change } = rules;
  const isSet = link?.notifyFirstVisit === true;
  const isOpened = link !== null && link.viewCount > 0;
  const hasMaker = link === null || link.sharedBy.id !== null;

  function hint(): string {
    if (!hasMaker) return t('rules.notify.nobody');
    if (isOpened) return t('rules.notify.opened');
    return link ? t('rules.notify.maker', { name: link.sharedBy.name }) : t('rules.notify.hint');
  }

  return (
    <OptionGroup title={t('rules.group.news')}>
      <OptionBox
        label={t('rules.notify')}
        hint={hint()}
        isOn={values.notifyFirstVisit}
        disabled={!isSet && (!hasMaker || isOpened)}
        error={errors.notifyFirstVisit}
        onChange={(notifyFirstVisit) => change({ notifyFirstVisit })}
      />
    </OptionGroup>
  );
}
