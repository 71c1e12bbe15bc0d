import { Box } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { FieldLabels, Link } from '../../../../contracts/links';
import { Fact } from '../../ui/Fact';
import { useFormatDate } from '../../ui/useFormatDate';
import { useIntervalText } from '../../ui/useIntervalText';
import { useLocaleName } from '../../ui/useLocaleName';
import { fieldNamesOf } from '../../utils/fieldPaths';
import { useTranslate } from '../../utils/translations';
import { EntryLink } from './EntryLink';
import { MissingFields } from './MissingFields';

const List = styled.dl`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
`;

interface AllFactsProps {
  link: Link;
  labels: FieldLabels;
}

/** Lists every rule of a link, and how often it was opened. */
export function AllFacts({ link, labels }: AllFactsProps) {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const formatDate = useFormatDate();
  const localeName = useLocaleName();
  const interval = useIntervalText();
  const byAndAt = (name: string, at: string) =>
    t('site.fact.byAndAt', { name, date: formatDate(at) });

  return (
    <Box padding={4} hasRadius background="neutral100">
      <MissingFields link={link} />
      <List>
        <Fact name={t('site.column.entry')}>
          <EntryLink link={link} />
        </Fact>
        {link.locale ? <Fact name={t('site.fact.locale')}>{localeName(link.locale)}</Fact> : null}
        {link.locales.length > 0 ? (
          <Fact name={t('rules.locales')}>{link.locales.map(localeName).join(', ')}</Fact>
        ) : null}
        <Fact name={t('site.fact.shows')}>{t(`site.shows.${link.shows}`)}</Fact>
        <Fact name={t('site.fact.fields')}>{fieldNamesOf(link.fields, labels) || '–'}</Fact>
        <Fact name={t('warning.public.children')}>
          {t(link.includeChildren ? 'site.fact.included' : 'site.fact.notIncluded')}
        </Fact>
        {link.slug ? <Fact name={t('site.fact.slug')}>{link.slug}</Fact> : null}
        <Fact name={t('site.fact.starts')}>
          {link.startsAt ? formatDate(link.startsAt) : t('site.fact.starts.now')}
        </Fact>
        <Fact name={t('site.column.expires')}>
          {link.expiresAt ? formatDate(link.expiresAt) : t('site.never')}
        </Fact>
        <Fact name={t('site.fact.password')}>
          {t(link.hasPassword ? 'settings.yes' : 'settings.no')}
        </Fact>
        <Fact name={t('site.fact.viewers')}>
          {link.maxViewers === null
            ? t('site.fact.viewers.any', { count: formatNumber(link.viewerCount) })
            : t('site.fact.viewers.max', {
                count: formatNumber(link.viewerCount),
                max: formatNumber(link.maxViewers),
              })}
        </Fact>
        <Fact name={t('rules.refresh')}>
          {link.refreshSeconds === null ? t('rules.refresh.never') : interval(link.refreshSeconds)}
        </Fact>
        <Fact name={t('site.fact.downloads')}>
          {t(link.allowDownload ? 'site.fact.allowed' : 'site.fact.notAllowed')}
        </Fact>
        <Fact name={t('warning.public.indexing')}>
          {t(link.allowIndexing ? 'site.fact.letIn' : 'site.fact.keptOut')}
        </Fact>
        <Fact name={t('rules.frames')}>
          {link.frameOrigins.join(', ') || t('rules.frames.none')}
        </Fact>
        <Fact name={t('rules.notify')}>
          {t(link.notifyFirstVisit ? 'settings.yes' : 'settings.no')}
        </Fact>
        <Fact name={t('site.column.views')}>{formatNumber(link.viewCount)}</Fact>
        <Fact name={t('site.column.lastViewed')}>
          {link.lastViewedAt ? formatDate(link.lastViewedAt) : t('site.notViewed')}
        </Fact>
        <Fact name={t('site.column.created')}>{byAndAt(link.sharedBy.name, link.createdAt)}</Fact>
        {link.revokedAt ? (
          <Fact name={t('site.fact.deleted')}>
            {link.revokedBy
              ? byAndAt(link.revokedBy.name, link.revokedAt)
              : formatDate(link.revokedAt)}
          </Fact>
        ) : null}
      </List>
    </Box>
  );
}
