import { CaretDown } from '@strapi/icons';
import { styled } from 'styled-components';

import type { LinkSortColumn } from '../../../../contracts/links';
import { nextSort, parseSort } from '../linksQuery';
import { usePageQuery } from '../usePageQuery';
import { PlainHeader } from './tableStyles';

const Sorter = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  padding: ${({ theme }) => theme.spaces[1]} 0;
  border: 0;
  border-radius: 2px;
  background: none;
  color: inherit;
  font: inherit;
  letter-spacing: inherit;
  text-transform: inherit;
  vertical-align: middle;
  cursor: pointer;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  svg {
    width: 1rem;
    visibility: hidden;
  }

  .number > & {
    flex-direction: row-reverse;
  }

  [aria-sort] > & svg {
    visibility: visible;
  }

  [aria-sort='ascending'] > & svg {
    transform: rotate(180deg);
  }
`;

interface SortHeaderProps {
  column: LinkSortColumn;
  className?: string;
  children: string;
}

export function SortHeader({ column, className, children }: SortHeaderProps) {
  const { query, change } = usePageQuery();
  const sort = parseSort(query.sort);
  const direction = sort.direction === 'asc' ? 'ascending' : 'descending';

  return (
    <PlainHeader
      role="columnheader"
      scope="col"
      className={className}
      aria-sort={sort.column === column ? direction : undefined}
    >
      <Sorter type="button" onClick={() => change({ sort: nextSort(sort, column) })}>
        {children}
        <CaretDown aria-hidden />
      </Sorter>
    </PlainHeader>
  );
}
