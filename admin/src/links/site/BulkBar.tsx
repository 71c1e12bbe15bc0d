import * as React from 'react';

import { Button, Flex, Typography } from '@strapi/design-system';
import { Play, Stop, Trash } from '@strapi/icons';

import type { BulkInput } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { BulkDialog } from './BulkDialog';
import type { Selection } from './useSelection';

interface BulkBarProps {
  /** Null until it is known. */
  total: number | null;
  selection: Selection;
}

/** How many there are, or what can be done with those that are ticked. */
export function BulkBar({ total, selection }: BulkBarProps) {
  const t = useTranslate();
  const [action, setAction] = React.useState<BulkInput['action'] | null>(null);
  const bar = React.useRef<HTMLDivElement>(null);
  const count = selection.links.length;

  return (
    <>
      <Flex
        ref={bar}
        tabIndex={-1}
        style={{ outline: 'none' }}
        gap={2}
        wrap="wrap"
        minHeight="4rem"
        paddingBottom={2}
      >
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
              onClick={() => setAction('pause')}
            >
              {t('site.bulk.pause')}
            </Button>
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Play />}
              onClick={() => setAction('resume')}
            >
              {t('site.bulk.resume')}
            </Button>
            <Button
              size="S"
              variant="danger-light"
              startIcon={<Trash />}
              onClick={() => setAction('revoke')}
            >
              {t('site.bulk.revoke')}
            </Button>
          </>
        ) : null}
      </Flex>
      {action ? (
        <BulkDialog
          action={action}
          selection={selection}
          onClose={() => setAction(null)}
          returnFocus={() => bar.current?.focus()}
        />
      ) : null}
    </>
  );
}
