import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';
import { KIND_NAMES } from './kinds';
import type { TimelineKind } from './kinds';

interface TimelineFilterProps {
  /** Null for all events. */
  kind: TimelineKind | null;
  onKind: (kind: TimelineKind | null) => void;
}

export function TimelineFilter({ kind, onKind }: TimelineFilterProps) {
  const t = useTranslate();

  return (
    <SingleSelect
      size="S"
      aria-label={t('timeline.filter')}
      placeholder={t('timeline.filter.all')}
      clearLabel={t('timeline.filter.clear')}
      value={kind}
      onChange={(value) => onKind(value as TimelineKind)}
      onClear={() => onKind(null)}
    >
      {KIND_NAMES.map((name) => (
        <SingleSelectOption key={name} value={name}>
          {t(`timeline.filter.${name}`)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
