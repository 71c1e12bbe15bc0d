import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';

import { useTranslate } from '../utils/translations';
import { useEntrySharingQuery } from './link/api';
import { hasHistory } from './history/hasHistory';
import { ShareCard } from './card/ShareCard';
import { UnsavedCard } from './card/UnsavedCard';
import { savedEntry } from './card/savedEntry';

/**
 * The card in the edit view. Strapi runs this as a hidden description and draws what it returns, so
 * whatever has to outlive a change of the entry (open dialogs above all) lives in `ShareCard`.
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
