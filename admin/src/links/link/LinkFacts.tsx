import type { ReactNode } from 'react';

import { Flex, Typography } from '@strapi/design-system';
import {
  ArrowClockwise,
  Calendar,
  Clock,
  Download,
  Earth,
  Layout,
  Lock,
  Mail,
  OneToMany,
  Search,
  User,
} from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { useFormatDate, useFormatRelative } from '../../ui/useFormatDate';
import { useIntervalText } from '../../ui/useIntervalText';
import { useLocaleName } from '../../ui/useLocaleName';
import { useTranslate } from '../../utils/translations';

/** Sums up the rules of a link: when it works, for whom, and what else it opens. */
export function LinkFacts({ link }: { link: Link }) {
  const t = useTranslate();
  const formatDate = useFormatDate();
  const relative = useFormatRelative();
  const interval = useIntervalText();
  const localeName = useLocaleName();
  const { startsAt, expiresAt, hasPassword, maxViewers, viewerCount, refreshSeconds } = link;
  const now = new Date();

  return (
    <Flex tag="ul" wrap="wrap" gap={4} style={{ rowGap: 4 }}>
      {startsAt && new Date(startsAt) > now ? (
        <LinkFact icon={<Calendar />}>
          {t('link.starts', { date: formatDate(startsAt), relative: relative(startsAt) })}
        </LinkFact>
      ) : null}
      <LinkFact icon={<Clock />}>
        {expiresAt
          ? t(new Date(expiresAt) > now ? 'link.ends' : 'link.ended', {
              date: formatDate(expiresAt),
              relative: relative(expiresAt),
            })
          : t('link.neverEnds')}
      </LinkFact>
      {hasPassword ? <LinkFact icon={<Lock />}>{t('link.hasPassword')}</LinkFact> : null}
      {maxViewers === null ? null : (
        <LinkFact icon={<User />}>
          {t('link.viewers', { count: viewerCount, max: maxViewers })}
        </LinkFact>
      )}
      {link.includeChildren ? <LinkFact icon={<OneToMany />}>{t('link.children')}</LinkFact> : null}
      {link.locales.length > 0 ? (
        <LinkFact icon={<Earth />}>
          {t('link.locales', { locales: link.locales.map(localeName).join(', ') })}
        </LinkFact>
      ) : null}
      {refreshSeconds === null ? null : (
        <LinkFact icon={<ArrowClockwise />}>
          {t('timeline.value', { field: t('rules.refresh'), to: interval(refreshSeconds) })}
        </LinkFact>
      )}
      {link.allowDownload ? null : <LinkFact icon={<Download />}>{t('link.noDownloads')}</LinkFact>}
      {link.allowIndexing ? <LinkFact icon={<Search />}>{t('link.indexing')}</LinkFact> : null}
      {link.frameOrigins.length > 0 ? (
        <LinkFact icon={<Layout />}>
          {link.frameOrigins.length > 2
            ? t('link.frames.many', { count: link.frameOrigins.length })
            : t('link.frames', { sites: link.frameOrigins.join(', ') })}
        </LinkFact>
      ) : null}
      {link.notifyFirstVisit ? <LinkFact icon={<Mail />}>{t('rules.notify')}</LinkFact> : null}
    </Flex>
  );
}

function LinkFact({ icon, children }: { icon: ReactNode; children: string }) {
  return (
    <Flex tag="li" gap={2}>
      <Flex aria-hidden color="neutral500" shrink={0}>
        {icon}
      </Flex>
      <Typography variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Flex>
  );
}
