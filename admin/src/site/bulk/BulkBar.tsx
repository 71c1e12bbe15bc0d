import * as React from 'react';

import { Button, Flex, Typography } from '@strapi/design-system';
import { Play, Stop, Trash } from '@strapi/icons';
import { styled } from 'styled-components';

import type { BulkInput } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import type { Selection } from '../useSelection';
import { BulkDialog } from './BulkDialog';

/** Takes the focus when its buttons disappear. */
const Bar = styled(Flex)`
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface BulkBarProps {
  /** Null until the server has answered. */
  total: number | null;
  selection: Selection;
}

/** Counts the links, or offers what can be done with the ticked ones. */
export function BulkBar({ total, selection }: BulkBarProps) {
  const t = useTranslate();
  const [action, setAction] = React.useState<BulkInput['action'] | null>(null);
  const bar = React.useRef<HTMLDivElement>(null);
  const opener = React.useRef<HTMLElement | null>(null);
  const count = selection.links.length;

  function ask(event: React.MouseEvent<HTMLElement>, asked: BulkInput['action']) {
    opener.current = event.currentTarget;
    setAction(asked);
  }

  return (
    <>
      <Bar ref={bar} tabIndex={-1} gap={2} wrap="wrap" minHeight="4rem" paddingBottom={2}>
        <Typography role="status" textColor="neutral600">
          {count > 0
            ? t('site.selected', { count })
            : total === null
              ? ''
              : t('site.count', { count: total })}
        </Typography>
        {count > 0 ? (
          <>
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Stop />}
              onClick={(event) => ask(event, 'pause')}
            >
              {t('site.bulk.pause')}
            </Button>
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Play />}
              onClick={(event) => ask(event, 'resume')}
            >
              {t('site.bulk.resume')}
            </Button>
            <Button
              size="S"
              variant="danger-light"
              startIcon={<Trash />}
              onClick={(event) => ask(event, 'revoke')}
            >
              {t('site.bulk.revoke')}
            </Button>
          </>
        ) : null}
      </Bar>
      {action ? (
        <BulkDialog
          action={action}
          selection={selection}
          onClose={() => setAction(null)}
          returnFocus={() => (opener.current?.isConnected ? opener : bar).current?.focus()}
        />
      ) : null}
    </>
  );
}
