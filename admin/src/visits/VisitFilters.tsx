import { Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { styled } from 'styled-components';

import { VISIT_OUTCOMES } from '../../../contracts/visits';
import type { VisitOutcome } from '../../../contracts/visits';
import { useTranslate } from '../utils/translations';
import { PERIODS } from './chart/chart';
import type { Period } from './chart/chart';

export interface ShownVisits {
  period: Period;
  outcome: VisitOutcome | null;
  who: 'people' | 'all' | 'robots';
}

const WHO = ['people', 'all', 'robots'] as const;

const Row = styled(Flex)`
  > * {
    flex: 1 1 16rem;
    min-width: 0;
  }
`;

interface VisitFiltersProps {
  shown: ShownVisits;
  onChange: (shown: ShownVisits) => void;
}

export function VisitFilters({ shown, onChange }: VisitFiltersProps) {
  const t = useTranslate();

  return (
    <Row role="search" aria-label={t('visits.filters')} wrap="wrap" gap={2}>
      <SingleSelect
        size="S"
        aria-label={t('visits.filter.period')}
        value={String(shown.period)}
        onChange={(value) => onChange({ ...shown, period: Number(value) as Period })}
      >
        {PERIODS.map((period) => (
          <SingleSelectOption key={period} value={String(period)}>
            {t('visits.filter.days', { count: period })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <SingleSelect
        size="S"
        aria-label={t('visits.filter.outcome')}
        placeholder={t('visits.filter.outcome.all')}
        clearLabel={t('visits.filter.outcome.clear')}
        value={shown.outcome}
        onChange={(value) => onChange({ ...shown, outcome: value as VisitOutcome })}
        onClear={() => onChange({ ...shown, outcome: null })}
      >
        {VISIT_OUTCOMES.map((outcome) => (
          <SingleSelectOption key={outcome} value={outcome}>
            {t(`visits.outcome.${outcome}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <SingleSelect
        size="S"
        aria-label={t('visits.filter.who')}
        value={shown.who}
        onChange={(value) => onChange({ ...shown, who: value as ShownVisits['who'] })}
      >
        {WHO.map((who) => (
          <SingleSelectOption key={who} value={who}>
            {t(`visits.filter.who.${who}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Row>
  );
}
