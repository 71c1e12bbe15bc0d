import { Checkbox, VisuallyHidden } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useMayChangeLinks } from './access';
import { LinkTableRow } from './LinkTableRow';
import { SkeletonRows } from './SkeletonRows';
import { SortHeader } from './SortHeader';
import { PlainHeader, Scroller, Table } from './tableStyles';
import type { Selection } from './useSelection';

interface LinksTableProps {
  /** Undefined until the server has answered. */
  links: Link[] | undefined;
  selection: Selection;
  onOpen: (link: Link) => void;
}

export function LinksTable({ links, selection, onOpen }: LinksTableProps) {
  const t = useTranslate();
  const mayChange = useMayChangeLinks();

  return (
    <Scroller>
      <Table aria-label={t('panel.title')}>
        <thead>
          <tr>
            {mayChange ? (
              <th scope="col">
                <Checkbox
                  aria-label={t('site.select.all')}
                  checked={selection.isAll || (selection.links.length > 0 && 'indeterminate')}
                  disabled={!links?.length}
                  onCheckedChange={selection.toggleAll}
                />
              </th>
            ) : (
              <td />
            )}
            <SortHeader column="label">{t('site.column.name')}</SortHeader>
            <PlainHeader scope="col" className="wide">
              {t('site.column.entry')}
            </PlainHeader>
            <PlainHeader scope="col">{t('site.column.state')}</PlainHeader>
            <SortHeader column="expiresAt" className="wide">
              {t('site.column.expires')}
            </SortHeader>
            <PlainHeader scope="col" className="wide">
              {t('site.column.sharedBy')}
            </PlainHeader>
            <SortHeader column="createdAt" className="wide">
              {t('site.column.created')}
            </SortHeader>
            <SortHeader column="viewCount" className="wide number">
              {t('site.column.views')}
            </SortHeader>
            <SortHeader column="lastViewedAt" className="wide">
              {t('site.column.lastViewed')}
            </SortHeader>
            <th scope="col">
              <VisuallyHidden>{t('site.column.details')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {links ? (
            links.map((link) => (
              <LinkTableRow
                key={link.id}
                link={link}
                isSelected={selection.has(link.id)}
                isSelectable={mayChange}
                onSelect={() => selection.toggle(link.id)}
                onOpen={() => onOpen(link)}
              />
            ))
          ) : (
            <SkeletonRows />
          )}
        </tbody>
      </Table>
    </Scroller>
  );
}
