import { Button } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { SearchInput } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { Link, LinkState } from '../../../../contracts/links';
import { useContentTypes } from '../../api';
import { useTranslate } from '../../utils/translations';
import { isFiltered } from '../linksQuery';
import { usePageQuery } from '../usePageQuery';
import { FilterSelect } from './FilterSelect';
import { QuickFilters } from './QuickFilters';
import { useSharers } from './useSharers';

const STATES: LinkState[] = [
  'active',
  'scheduled',
  'paused',
  'expired',
  'exhausted',
  'suspended',
  'revoked',
];

const Row = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};

  > .whole {
    grid-column: 1 / -1;
  }

  ${({ theme }) => theme.breakpoints.medium} {
    display: flex;
    flex-wrap: wrap;
  }
`;

/** Searches and filters the list. The address of the page keeps the choice. */
export function Filters({ links }: { links: Link[] | undefined }) {
  const t = useTranslate();
  const { query, clear } = usePageQuery();
  const types = useContentTypes();
  const sharers = useSharers(links);

  return (
    <Row role="search" aria-label={t('site.filters')}>
      <div className="whole">
        {/* The new key empties the field when the filters are cleared. */}
        <SearchInput
          key={query._q ? 'search' : 'empty'}
          label={t('site.search')}
          placeholder={t('site.search.hint')}
        />
      </div>
      <FilterSelect
        name="state"
        label={t('site.filter.state')}
        options={STATES.map((value) => ({ value, label: t(`link.state.${value}`) }))}
      />
      <FilterSelect
        name="contentType"
        label={t('site.filter.contentType')}
        options={Object.entries(types).map(([value, { name }]) => ({ value, label: name }))}
      />
      <FilterSelect name="sharedBy" label={t('site.filter.sharedBy')} options={sharers} />
      <FilterSelect
        name="ends"
        label={t('site.filter.ends')}
        options={[
          { value: 'soon', label: t('site.filter.ends.soon') },
          { value: 'never', label: t('site.filter.ends.never') },
        ]}
      />
      <FilterSelect
        name="password"
        label={t('site.filter.password')}
        options={[
          { value: 'set', label: t('site.filter.password.set') },
          { value: 'none', label: t('site.filter.password.none') },
        ]}
      />
      <QuickFilters />
      {isFiltered(query) ? (
        <Button size="S" variant="tertiary" startIcon={<Cross />} onClick={clear}>
          {t('site.filter.clear')}
        </Button>
      ) : null}
    </Row>
  );
}
