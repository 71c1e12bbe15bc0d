import type { Visit } from '../../../contracts/visits';
import { StackedTable } from '../ui/StackedTable';
import { useTranslate } from '../utils/translations';
import { VISIT_COLUMNS, VisitRow } from './VisitRow';

/** Lists visits, newest first. */
export function VisitTable({ visits }: { visits: Visit[] }) {
  const t = useTranslate();

  return (
    <StackedTable
      label={t('visits.title')}
      columns={VISIT_COLUMNS.map((key) => ({ key, name: t(`visits.column.${key}`) }))}
    >
      {visits.map((visit) => (
        <VisitRow key={visit.id} visit={visit} />
      ))}
    </StackedTable>
  );
}
