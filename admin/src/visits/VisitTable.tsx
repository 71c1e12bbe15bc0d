import { Typography } from '@strapi/design-system';

import type { Visit } from '../../../contracts/visits';
import { StackedTable } from '../ui/stackedTableStyles';
import { useTranslate } from '../utils/translations';
import { VISIT_COLUMNS, VisitRow } from './VisitRow';

/** One visit after the other, newest first. */
export function VisitTable({ visits }: { visits: Visit[] }) {
  const t = useTranslate();

  return (
    <StackedTable role="table" aria-label={t('visits.title')}>
      <thead role="rowgroup">
        <tr role="row">
          {VISIT_COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {t(`visits.column.${column}`)}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {visits.map((visit) => (
          <VisitRow key={visit.id} visit={visit} />
        ))}
      </tbody>
    </StackedTable>
  );
}
