import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

import { useTranslate } from '../utils/translations';

/** Instead of an empty table: nothing is shared, or nothing was found. */
export function NoLinks({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslate();

  return (
    <div role="status">
      <EmptyStateLayout
        icon={<EmptyDocuments aria-hidden width="16rem" />}
        content={t(isFiltered ? 'site.notFound' : 'site.empty')}
        hasRadius
        shadow="tableShadow"
      />
    </div>
  );
}
