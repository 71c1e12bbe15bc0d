import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { VisitQuery } from '../../../contracts/visits';
import { fetchFile } from '../api';
import { useDownload } from '../ui/useDownload';
import { useTranslate } from '../utils/translations';

interface ExportVisitsProps {
  linkId: number;
  filters: VisitQuery;
  isDisabled: boolean;
}

/** Downloads the filtered visits as a file for a spreadsheet. */
export function ExportVisits({ linkId, filters, isDisabled }: ExportVisitsProps) {
  const t = useTranslate();
  const { isBusy, download } = useDownload(t('visits.export.failed'));
  const fetchVisits = () =>
    fetchFile(`/share-links/links/${linkId}/visits`, { ...filters, format: 'csv' });

  // A disabled button would lose the focus, so a busy one stays enabled.
  return (
    <Button
      size="S"
      variant="tertiary"
      startIcon={<Download />}
      disabled={isDisabled}
      aria-busy={isBusy}
      onClick={() => void download(fetchVisits, `share-link-${linkId}-visits.csv`)}
    >
      {t('site.export')}
    </Button>
  );
}
