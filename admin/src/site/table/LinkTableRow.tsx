import type { MouseEvent } from 'react';

import { Checkbox, IconButton, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { Link } from '../../../../contracts/links';
import { EntryLink } from '../../links/link/EntryLink';
import { useLinkName } from '../../links/link/names';
import { StateBadge } from '../../links/link/StateBadge';
import { useTranslate } from '../../utils/translations';
import { TableDate } from './TableDate';

interface LinkTableRowProps {
  link: Link;
  isSelected: boolean;
  /** Whether the row has a box to tick; a person who only reads needs none. */
  isSelectable: boolean;
  onSelect: () => void;
  onOpen: () => void;
}

export function LinkTableRow({
  link,
  isSelected,
  isSelectable,
  onSelect,
  onOpen,
}: LinkTableRowProps) {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const name = useLinkName()(link);

  return (
    <tr
      role="row"
      data-opens=""
      data-selected={isSelected ? '' : undefined}
      onClick={(event) => {
        if (!isOwnClick(event)) onOpen();
      }}
    >
      <td role="cell">
        {isSelectable ? (
          <Checkbox
            aria-label={t('site.select', { name })}
            checked={isSelected}
            onCheckedChange={onSelect}
          />
        ) : null}
      </td>
      <td role="cell" className="text">
        <Typography
          tag="p"
          fontWeight={link.label ? 'bold' : undefined}
          textColor={link.label ? 'neutral800' : 'neutral600'}
        >
          {link.label || t('link.unnamed')}
        </Typography>
        <div className="narrow">
          <EntryLink link={link} />
        </div>
      </td>
      <td role="cell" className="wide text">
        <EntryLink link={link} />
      </td>
      <td role="cell" className="state">
        <StateBadge link={link} />
      </td>
      <td role="cell" className="wide">
        <TableDate at={link.expiresAt} otherwise={t('site.never')} />
      </td>
      <td role="cell" className="wider maker">
        <Typography>{link.sharedBy.name}</Typography>
      </td>
      <td role="cell" className="wider">
        <TableDate at={link.createdAt} />
      </td>
      <td role="cell" className="wide number">
        <Typography>{formatNumber(link.viewCount)}</Typography>
      </td>
      <td role="cell" className="widest">
        <TableDate at={link.lastViewedAt} otherwise={t('site.notViewed')} />
      </td>
      <td role="cell">
        <IconButton
          variant="ghost"
          label={t('site.details.named', { name })}
          data-details={link.id}
          onClick={onOpen}
        >
          <Eye />
        </IconButton>
      </td>
    </tr>
  );
}

/** A click on a link or a button, or one that ends a text selection, must not open the row. */
function isOwnClick(event: MouseEvent<HTMLElement>): boolean {
  const isControl = event.target instanceof Element && event.target.closest('a, button, input');
  return Boolean(isControl) || window.getSelection()?.type === 'Range';
}
