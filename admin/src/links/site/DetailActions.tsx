import * as React from 'react';

import { Button, Flex } from '@strapi/design-system';
import { Play, Stop, Trash } from '@strapi/icons';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useMayChangeLinks } from './access';
import { useChangeLinks } from './api';

interface DetailActionsProps {
  link: Link;
  onDelete: () => void;
}

/** Pause or resume, and delete: not for a deleted link, nor for those who only read. */
export function DetailActions({ link, onDelete }: DetailActionsProps) {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const changeLinks = useChangeLinks();
  const mayChange = useMayChangeLinks();
  const [isBusy, setBusy] = React.useState(false);

  if (link.state === 'revoked' || !mayChange) return null;
  const action = link.state === 'paused' ? 'resume' : 'pause';

  async function change() {
    setBusy(true);
    const answer = await changeLinks({ action, ids: [link.id] });
    const fault = 'error' in answer ? formatError(answer.error) : answer.data.refused[0]?.message;
    toggleNotification(
      fault
        ? { type: 'danger', message: fault }
        : { type: 'success', message: t(`site.bulk.${action}.done`, { count: 1 }) }
    );
    setBusy(false);
  }

  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end" paddingLeft={2}>
      <Button
        variant="secondary"
        startIcon={action === 'pause' ? <Stop /> : <Play />}
        loading={isBusy}
        onClick={change}
      >
        {t(`site.details.${action}`)}
      </Button>
      <Button variant="danger-light" startIcon={<Trash />} onClick={onDelete}>
        {t('link.delete')}
      </Button>
    </Flex>
  );
}
