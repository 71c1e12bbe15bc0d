import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';

import { useTranslate } from '../utils/translations';
import { UnsavedCard } from './card/CardStates';
import { savedEntry } from './card/savedEntry';
import { ShareCard } from './card/ShareCard';
import { hasHistory } from './history/HistoryPanel';
import { useEntrySharingQuery } from './link/api';

/**
 * The card in the edit view. Strapi renders this component unseen and shows what it returns, so
 * whatever has to survive a change of the entry, such as open dialogs, lives in `ShareCard`.
 */
export const SharePanel: PanelComponent = function SharePanel(props: PanelComponentProps) {
  const t = useTranslate();
  const isContent = props.model.startsWith('api::');
  const entry = isContent ? savedEntry(props) : null;
  const { sharing } = useEntrySharingQuery(entry?.address ?? null);

  if (!isContent) return null;

  const title = t('panel.title');
  if (!entry) {
    const isNewLocale = Boolean(props.meta?.availableLocales?.length);
    return { title, content: <UnsavedCard isNewLocale={isNewLocale} /> };
  }

  const hasNothing =
    sharing?.reasons.create?.code === 'type-not-shareable' &&
    sharing.counts.live === 0 &&
    !hasHistory(sharing) &&
    !sharing.can.setPolicy;
  return hasNothing ? null : { title, content: <ShareCard {...entry} /> };
};
