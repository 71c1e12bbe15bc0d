import { Typography } from '@strapi/design-system';

import type { EntrySharing } from '../../../contracts/entries';
import { useTranslate } from '../utils/translations';
import { BulletList } from './BulletList';
import { Notice } from './Notice';

interface WarningProps {
  /** Of the element that describes the dialog. */
  id: string;
  sharing: EntrySharing;
  isModified: boolean;
}

/** What a share link means, whatever the entry holds. */
export function Warning({ id, sharing, isModified }: WarningProps) {
  const t = useTranslate();

  return (
    <Notice id={id} variant="warning">
      <Typography tag="p" fontWeight="bold">
        {t('warning.lead')}
      </Typography>
      <BulletList
        items={[
          t('warning.know.login'),
          t('warning.know.readOnly'),
          t('warning.know.trust'),
          t('warning.know.delete'),
          ...(isModified
            ? [t('warning.modified', { shows: sharing.exposure?.shows ?? 'draft' })]
            : []),
        ]}
      />
    </Notice>
  );
}
