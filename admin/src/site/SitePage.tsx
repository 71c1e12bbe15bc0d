import * as React from 'react';

import { Flex } from '@strapi/design-system';
import { Layouts, Page, Pagination } from '@strapi/strapi/admin';

import type { Link } from '../../../contracts/links';
import { useMaySeeLinks } from '../utils/access';
import { useTranslate } from '../utils/translations';
import { useSiteLinks } from './api';
import { BulkBar } from './bulk/BulkBar';
import { DetailsModal } from './details/DetailsModal';
import { ExportButton } from './ExportButton';
import { Filters } from './filters/Filters';
import { DEFAULT_PAGE_SIZE, isFiltered, listParams } from './linksQuery';
import { ListFailed, NoLinks } from './ListStates';
import { LostMakersBanner } from './makers/LostMakersBanner';
import { PauseButton } from './pause/PauseButton';
import { PausedBanner } from './pause/PausedBanner';
import { PauseDialog } from './pause/PauseDialog';
import { useSiteSwitch } from './pause/useSiteSwitch';
import { LinksTable } from './table/LinksTable';
import { useLastPage, usePageQuery } from './usePageQuery';
import { useSelection } from './useSelection';

/** The page that the menu opens. The server decides which links a person sees. */
export default function SitePage() {
  return useMaySeeLinks() ? <LinksPage /> : <Page.NoPermissions />;
}

/** Lists every link of the site that the person may see. */
function LinksPage() {
  const t = useTranslate();
  const { query } = usePageQuery();
  const params = listParams(query).toString();
  const { list, error, isFetching, refetch } = useSiteLinks(params);
  const selection = useSelection(list?.data, params);
  const [opened, setOpened] = React.useState<Link | null>(null);
  const siteSwitch = useSiteSwitch(list?.data[0]);
  const pagination = list?.meta.pagination;
  useLastPage(isFetching ? undefined : pagination);

  const total = pagination?.total ?? 0;
  const isEmpty = list?.data.length === 0;
  return (
    <Page.Main>
      <Page.Title>{t('panel.title')}</Page.Title>
      <Layouts.Header
        title={t('panel.title')}
        subtitle={t('site.subtitle')}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <ExportButton query={query} isDisabled={total === 0} />
            <PauseButton siteSwitch={siteSwitch} />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <PausedBanner siteSwitch={siteSwitch} />
          <LostMakersBanner />
          {isEmpty && !isFiltered(query) ? null : <Filters links={list?.data} />}
          {error && !isFetching ? (
            <ListFailed error={error} onRetry={() => void refetch()} />
          ) : null}
          {isEmpty ? (
            <NoLinks isFiltered={isFiltered(query)} />
          ) : error && !list ? null : (
            <div aria-busy={isFetching}>
              <BulkBar total={list ? total : null} selection={selection} />
              <LinksTable links={list?.data} selection={selection} onOpen={setOpened} />
              <Pagination.Root
                defaultPageSize={DEFAULT_PAGE_SIZE}
                pageCount={pagination?.pageCount}
                total={pagination?.total}
              >
                <Pagination.PageSize options={['10', '25', '50', '100']} />
                <Pagination.Links />
              </Pagination.Root>
            </div>
          )}
        </Flex>
      </Layouts.Content>
      <DetailsModal link={opened} onClose={() => setOpened(null)} />
      <PauseDialog siteSwitch={siteSwitch} />
    </Page.Main>
  );
}
