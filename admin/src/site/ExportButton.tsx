import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import { fetchFile } from '../api';
import { useDownload } from '../ui/useDownload';
import { useTranslate } from '../utils/translations';
import { filterParams } from './linksQuery';
import type { PageQuery } from './linksQuery';

interface ExportButtonProps {
  query: PageQuery;
  isDisabled: boolean;
}

/** Downloads the filtered links of all pages as a file for a spreadsheet. */
export function ExportButton({ query, isDisabled }: ExportButtonProps) {
  const t = useTranslate();
  const { isBusy, download } = useDownload(t('site.export.failed'));
  const url = `/share-links/links/export?${filterParams(query)}`;

  return (
    <Button
      variant="tertiary"
      startIcon={<Download />}
      disabled={isDisabled}
      loading={isBusy}
      onClick={() => void download(() => fetchFile(url), 'share-links.csv')}
    >
      {t('site.export')}
    </Button>
  );
}
