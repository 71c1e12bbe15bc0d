import type { ReactNode } from 'react';

import { Box, Tabs } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';

export type ManagerTab = 'live' | 'history';

interface ManagerTabsProps {
  tab: ManagerTab;
  onTab: (tab: ManagerTab) => void;
  live: ReactNode;
  history: ReactNode;
}

/** Puts the live links and the history on two tabs. */
export function ManagerTabs({ tab, onTab, live, history }: ManagerTabsProps) {
  const t = useTranslate();

  return (
    <Tabs.Root
      variant="simple"
      value={tab}
      onValueChange={(value) => onTab(value === 'history' ? 'history' : 'live')}
    >
      <Tabs.List aria-label={t('manager.tabs')}>
        <Tabs.Trigger value="live">{t('manager.live')}</Tabs.Trigger>
        <Tabs.Trigger value="history">{t('history.title')}</Tabs.Trigger>
      </Tabs.List>
      <Box paddingTop={5}>
        <Tabs.Content value="live">{live}</Tabs.Content>
        <Tabs.Content value="history">{history}</Tabs.Content>
      </Box>
    </Tabs.Root>
  );
}
