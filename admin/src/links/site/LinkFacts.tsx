import { Box } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { Fact } from '../Fact';
import { useLocaleName } from '../useLocaleName';
import { EntryLink } from './EntryLink';

const List = styled.dl`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
`;

/** Every rule of a link, and what it has seen. */
export function LinkFacts({ link }: { link: Link }) {
  const t = useTranslate();
  const { formatDate, formatNumber } = useIntl();
  const localeName = useLocaleName();
  const moment = (at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  const byAndAt = (name: string, at: string) => t('site.fact.byAndAt', { name, date: moment(at) });

  return (
    <Box padding={4} hasRadius background="neutral100">
      <List>
        <Fact name={t('site.column.entry')}>
          <EntryLink link={link} />
        </Fact>
        {link.locale ? <Fact name={t('site.fact.locale')}>{localeName(link.locale)}</Fact> : null}
        <Fact name={t('site.fact.shows')}>{t(`site.shows.${link.shows}`)}</Fact>
        <Fact name={t('site.fact.fields')}>{link.fields.map(withoutTitle).join(', ') || '–'}</Fact>
        {link.slug ? <Fact name={t('site.fact.slug')}>{link.slug}</Fact> : null}
        <Fact name={t('site.fact.starts')}>
          {link.startsAt ? moment(link.startsAt) : t('site.fact.starts.now')}
        </Fact>
        <Fact name={t('site.column.expires')}>
          {link.expiresAt ? moment(link.expiresAt) : t('site.never')}
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
        <Fact name={t('site.column.views')}>{formatNumber(link.viewCount)}</Fact>
        <Fact name={t('site.column.lastViewed')}>
          {link.lastViewedAt ? moment(link.lastViewedAt) : t('site.notViewed')}
        </Fact>
        <Fact name={t('site.column.created')}>{byAndAt(link.sharedBy.name, link.createdAt)}</Fact>
        {link.revokedAt ? (
          <Fact name={t('site.fact.deleted')}>
            {link.revokedBy ? byAndAt(link.revokedBy.name, link.revokedAt) : moment(link.revokedAt)}
          </Fact>
        ) : null}
      </List>
    </Box>
  );
}

/** `documents(title)`, which says by what related entries are named → `documents` */
function withoutTitle(path: string): string {
  return path.replace(/\([^)]*\)$/, '');
}
