import * as React from 'react';

import { Button } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { Link } from '../../../contracts/links';
import { ConfirmDialog } from '../ui/dialog/ConfirmDialog';
import { useTranslate } from '../utils/translations';
import { useEraseVisits } from './api';

interface EraseVisitsProps {
  link: Link;
  name: string;
  /** Has the focus once the button is gone. */
  focusAfter: React.RefObject<HTMLElement>;
}

export function EraseVisits({ link, name, focusAfter }: EraseVisitsProps) {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const eraseVisits = useEraseVisits();
  const [asked, setAsked] = React.useState<Link | null>(null);
  const button = React.useRef<HTMLButtonElement>(null);

  async function erase() {
    const answer = await eraseVisits(link.id);
    setAsked(null);
    toggleNotification(
      'data' in answer
        ? { type: 'success', message: t('visits.erase.done') }
        : { type: 'danger', message: formatError(answer.error) }
    );
  }

  return (
    <>
      <Button
        ref={button}
        size="S"
        variant="danger-light"
        startIcon={<Trash />}
        onClick={() => setAsked(link)}
      >
        {t('visits.erase')}
      </Button>
      <ConfirmDialog
        link={asked}
        title={() => t('visits.erase.title', { name })}
        question={t('visits.erase.question')}
        confirmLabel={t('visits.erase')}
        onConfirm={erase}
        onClose={() => setAsked(null)}
        returnFocus={() => (button.current ?? focusAfter.current)?.focus()}
      />
    </>
  );
}
