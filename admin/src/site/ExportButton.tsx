import * as React from 'react';

import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';

import { useTranslate } from '../utils/translations';
import { fetchExport } from './api';
import type { PageQuery } from './linksQuery';
import { filterParams } from './linksQuery';
import { saveFile } from '../ui/saveFile';

interface ExportButtonProps {
  query: PageQuery;
  isDisabled: boolean;
}

/** Everything that the filters leave, on all pages, as a file for a spreadsheet. */
export function ExportButton({ query, isDisabled }: ExportButtonProps) {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = React.useState(false);

  async function download() {
    setBusy(true);
    try {
      saveFile(await fetchExport(filterParams(query).toString()), 'share-links.csv');
    } catch {
      toggleNotification({ type: 'danger', message: t('site.export.failed') });
    }
    setBusy(false);
  }

  return (
    <Button
      variant="tertiary"
      startIcon={<Download />}
      disabled={isDisabled}
      loading={isBusy}
      onClick={download}
    >
      {t('site.export')}
    </Button>
  );
}
