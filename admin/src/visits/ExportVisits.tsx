import * as React from 'react';

import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';

import type { VisitQuery } from '../../../contracts/visits';
import { saveFile } from '../ui/saveFile';
import { useTranslate } from '../utils/translations';
import { fetchVisitsFile } from './api';

interface ExportVisitsProps {
  linkId: number;
  filters: VisitQuery;
  isDisabled: boolean;
}

/** All that the filters leave, as a file for a spreadsheet. */
export function ExportVisits({ linkId, filters, isDisabled }: ExportVisitsProps) {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = React.useState(false);

  // Not by disabling the button: it would lose the focus.
  async function download() {
    if (isBusy) return;
    setBusy(true);
    try {
      saveFile(await fetchVisitsFile(linkId, filters), `share-link-${linkId}-visits.csv`);
    } catch {
      toggleNotification({ type: 'danger', message: t('visits.export.failed') });
    }
    setBusy(false);
  }

  return (
    <Button
      size="S"
      variant="tertiary"
      startIcon={<Download />}
      disabled={isDisabled}
      aria-busy={isBusy}
      onClick={() => void download()}
    >
      {t('site.export')}
    </Button>
  );
}
