import * as React from 'react';

import { Button } from '@strapi/design-system';
import { Trash } from '@strapi/icons';

import { ConfirmDialog } from '../ui/dialog/ConfirmDialog';
import { useNotify } from '../ui/useNotify';
import { useTranslate } from '../utils/translations';
import { useEraseVisits } from './api';

interface EraseVisitsProps {
  linkId: number;
  name: string;
  /** Takes the focus when the button disappears. */
  focusAfter: React.RefObject<HTMLElement>;
}

export function EraseVisits({ linkId, name, focusAfter }: EraseVisitsProps) {
  const t = useTranslate();
  const notify = useNotify();
  const eraseVisits = useEraseVisits();
  const [isAsking, setAsking] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);

  async function erase() {
    const answer = await eraseVisits(linkId);
    setAsking(false);
    if ('data' in answer) notify.success(t('visits.erase.done'));
    else notify.failure(answer.error);
  }

  return (
    <>
      <Button
        ref={button}
        size="S"
        variant="danger-light"
        startIcon={<Trash />}
        onClick={() => setAsking(true)}
      >
        {t('visits.erase')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('visits.erase.title', { name })}
        confirmLabel={t('visits.erase')}
        isDangerous
        onConfirm={erase}
        onClose={() => setAsking(false)}
        returnFocus={() => (button.current ?? focusAfter.current)?.focus()}
      >
        {t('visits.erase.question')}
      </ConfirmDialog>
    </>
  );
}
