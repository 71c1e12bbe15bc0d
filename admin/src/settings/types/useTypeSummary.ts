import type { RelationChoice } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';
import type { TypeRow } from '../settingsForm';

/** Sums up the folded settings of a type in a few words. */
export function useTypeSummary(choices: RelationChoice[]) {
  const t = useTranslate();

  return ({ level, parent, relations }: TypeRow): string => {
    const labelOf = (name: string) => choices.find((choice) => choice.name === name)?.label ?? name;
    const followed = Object.keys(relations).filter((name) => (relations[name] ?? 0) > 0);
    const parts = [t(`settings.types.words.${level}`)];
    if (parent) parts.push(t('settings.types.words.parent', { name: labelOf(parent) }));
    if (followed.length > 0) {
      parts.push(t('settings.types.words.follows', { names: followed.map(labelOf).join(', ') }));
    }
    return parts.join(' · ');
  };
}
