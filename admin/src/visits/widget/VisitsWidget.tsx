import { Flex } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';

import { useFormatRelative } from '../../ui/useFormatDate';
import { useTranslate } from '../../utils/translations';
import { useVisitSummary } from '../api';
import { SummaryList } from './SummaryList';

/** Lists on the homepage the links that end soon, and those that are opened most. */
export function VisitsWidget() {
  const t = useTranslate();
  const relative = useFormatRelative();
  const { summary, hasFailed } = useVisitSummary();

  if (hasFailed) return <Widget.Error />;
  if (!summary) return <Widget.Loading />;
  const { endingSoon, mostVisited, neverOpened } = summary;
  if (endingSoon.length + mostVisited.length + neverOpened.count === 0) {
    return <Widget.NoData>{t('visits.widget.none')}</Widget.NoData>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <SummaryList
        title={t('visits.widget.ending')}
        none={t('visits.widget.ending.none')}
        links={endingSoon}
        fact={({ expiresAt }) => (expiresAt ? relative(expiresAt) : '')}
      />
      <SummaryList
        title={t('visits.widget.most')}
        none={t('visits.widget.most.none')}
        links={mostVisited}
        fact={({ viewCount }) => t('visits.count', { count: viewCount })}
      />
    </Flex>
  );
}
