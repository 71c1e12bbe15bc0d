import * as React from 'react';

import { Button, Flex, Typography } from '@strapi/design-system';
import { Play, Stop, Trash } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTranslate } from '../../utils/translations';
import type { Selection } from '../useSelection';
import { BulkDialog } from './BulkDialog';
import { changeable } from './changeable';
import type { BarAction } from './changeable';

/** Takes the focus when its buttons disappear. */
const Bar = styled(Flex)`
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const ACTIONS = [
  { action: 'pause', variant: 'tertiary', icon: <Stop /> },
  { action: 'resume', variant: 'tertiary', icon: <Play /> },
  { action: 'revoke', variant: 'danger-light', icon: <Trash /> },
] as const;

interface BulkBarProps {
  /** Null until the server has answered. */
  total: number | null;
  selection: Selection;
}

/** Counts the links, or offers what can be done with the ticked ones. */
export function BulkBar({ total, selection }: BulkBarProps) {
  const t = useTranslate();
  const [action, setAction] = React.useState<BarAction | null>(null);
  const bar = React.useRef<HTMLDivElement>(null);
  const opener = React.useRef<HTMLElement | null>(null);
  const count = selection.links.length;

  function ask(event: React.MouseEvent<HTMLElement>, asked: BarAction) {
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
        {count > 0
          ? ACTIONS.map((one) => (
              <ActionButton
                key={one.action}
                {...one}
                count={changeable(selection.links, one.action).length}
                total={count}
                onClick={(event) => ask(event, one.action)}
              />
            ))
          : null}
      </Bar>
      {action ? (
        <BulkDialog
          action={action}
          links={changeable(selection.links, action)}
          onDone={selection.keep}
          onClose={() => setAction(null)}
          returnFocus={() => (opener.current?.isConnected ? opener : bar).current?.focus()}
        />
      ) : null}
    </>
  );
}

interface ActionButtonProps {
  action: BarAction;
  variant: 'tertiary' | 'danger-light';
  icon: React.ReactNode;
  /** How many of the ticked links it would change. */
  count: number;
  total: number;
  onClick: (event: React.MouseEvent<HTMLElement>) => void;
}

/** Names its number if that is not all, and says why it can't be used if it is none. */
function ActionButton({ action, variant, icon, count, total, onClick }: ActionButtonProps) {
  const t = useTranslate();
  const reasonId = React.useId();
  const name = t(`site.bulk.${action}`);

  return (
    <>
      <Button
        size="S"
        variant={variant}
        startIcon={icon}
        disabled={count === 0}
        aria-describedby={count === 0 ? reasonId : undefined}
        onClick={onClick}
      >
        {count === 0 || count === total ? name : t('site.bulk.some', { name, count, total })}
      </Button>
      {count === 0 ? (
        <Typography id={reasonId} variant="pi" textColor="neutral600">
          {t(`site.bulk.${action}.nothing`)}
        </Typography>
      ) : null}
    </>
  );
}
