import { Box, Flex, Tabs, Typography } from '@strapi/design-system';

import type { FieldLabels, Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { VisitsPanel } from '../../visits/VisitsPanel';
import { Timeline } from '../timeline/Timeline';
import { AllFacts } from './AllFacts';
import { useLinkName } from './names';

interface LinkTabsProps {
  link: Link;
  /** The labels of its fields. */
  labels: FieldLabels;
  /** Whether the person may erase the visits. */
  canErase: boolean;
}

/** Puts the rules and the timeline of a link on one tab, its visits on another. */
export function LinkTabs({ link, labels, canErase }: LinkTabsProps) {
  const t = useTranslate();
  const name = useLinkName()(link);

  return (
    <Tabs.Root variant="simple" defaultValue="facts">
      <Tabs.List aria-label={t('site.details.title', { name })}>
        <Tabs.Trigger value="facts">{t('site.details.facts')}</Tabs.Trigger>
        <Tabs.Trigger value="visits">{t('visits.title')}</Tabs.Trigger>
      </Tabs.List>
      <Box paddingTop={5}>
        <Tabs.Content value="facts">
          <Flex direction="column" alignItems="stretch" gap={5}>
            <AllFacts link={link} labels={labels} />
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Typography variant="delta" tag="h3">
                {t('site.details.timeline')}
              </Typography>
              <Timeline linkId={link.id} />
            </Flex>
          </Flex>
        </Tabs.Content>
        <Tabs.Content value="visits">
          <VisitsPanel link={link} name={name} canErase={canErase} />
        </Tabs.Content>
      </Box>
    </Tabs.Root>
  );
}
