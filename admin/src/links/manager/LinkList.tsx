import * as React from 'react';

import { Flex, Searchbar, Typography } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import { fold } from '../../../../contracts/fold';
import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import type { LinkTask } from '../link/linkTasks';
import { unseenLinks } from '../link/unseenLinks';
import { LinkRow } from './LinkRow';

/** A list of this length and more can be searched. */
const SEARCH_FROM = 9;

interface LinkListProps {
  links: Link[];
  madeId: number | null;
  sharing: EntrySharing;
  onTask: (link: Link, task: LinkTask) => void;
}

export function LinkList({ links, madeId, sharing, onTask }: LinkListProps) {
  const t = useTranslate();
  const [search, setSearch] = React.useState('');
  const unseen = unseenLinks(sharing);
  const isSearchable = links.length >= SEARCH_FROM;
  const shown = isSearchable ? filterLinks(links, search) : links;

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {isSearchable ? (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <div data-keeps-escape={search ? '' : undefined}>
            <Searchbar
              name="search"
              value={search}
              placeholder={t('manager.search')}
              clearLabel={t('manager.search.clear')}
              onChange={(event) => setSearch(event.target.value)}
              onClear={() => setSearch('')}
            >
              {t('manager.search')}
            </Searchbar>
          </div>
          <Typography role="status" variant="pi" textColor="neutral600">
            {t('manager.count', { shown: shown.length, count: links.length })}
          </Typography>
        </Flex>
      ) : null}
      {links.length === 0 && unseen === 0 ? (
        <Typography textColor="neutral600">{t('manager.none')}</Typography>
      ) : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {shown.map((link) => (
          <LinkRow
            key={link.id}
            link={link}
            isNew={link.id === madeId}
            sharing={sharing}
            onTask={(task) => onTask(link, task)}
          />
        ))}
      </Flex>
      {unseen > 0 ? (
        <Typography textColor="neutral600">{t('manager.unseen', { count: unseen })}</Typography>
      ) : null}
    </Flex>
  );
}

/** Returns the links whose name, address or maker has every word of the search. */
function filterLinks(links: Link[], search: string): Link[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return links.filter((link) => {
    const text = fold([link.label, link.url ?? link.tokenHint, link.sharedBy.name].join(' '));
    return words.every((word) => text.includes(word));
  });
}
