import { Checkbox, VisuallyHidden } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { useMayChangeLinks } from '../../utils/access';
import { useTranslate } from '../../utils/translations';
import type { Selection } from '../useSelection';
import { LinkTableRow } from './LinkTableRow';
import { SkeletonRows } from './SkeletonRows';
import { SortHeader } from './SortHeader';
import { PlainHeader, Scroller, Table } from './tableStyles';

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
      <Table role="table" aria-label={t('panel.title')}>
        <thead role="rowgroup">
          <tr role="row">
            {mayChange ? (
              <th role="columnheader" scope="col">
                <Checkbox
                  aria-label={t('site.select.all')}
                  checked={selection.isAll || (selection.links.length > 0 && 'indeterminate')}
                  disabled={!links?.length}
                  onCheckedChange={selection.toggleAll}
                />
              </th>
            ) : (
              <td role="cell" />
            )}
            <SortHeader column="label">{t('site.column.name')}</SortHeader>
            <PlainHeader role="columnheader" scope="col" className="wide">
              {t('site.column.entry')}
            </PlainHeader>
            <PlainHeader role="columnheader" scope="col" className="state">
              {t('site.column.state')}
            </PlainHeader>
            <SortHeader column="expiresAt" className="wide">
              {t('site.column.expires')}
            </SortHeader>
            <PlainHeader role="columnheader" scope="col" className="wider">
              {t('site.column.sharedBy')}
            </PlainHeader>
            <SortHeader column="createdAt" className="wider">
              {t('site.column.created')}
            </SortHeader>
            <SortHeader column="viewCount" className="wide number">
              {t('site.column.views')}
            </SortHeader>
            <SortHeader column="lastViewedAt" className="widest">
              {t('site.column.lastViewed')}
            </SortHeader>
            <th role="columnheader" scope="col">
              <VisuallyHidden>{t('site.column.details')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
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
