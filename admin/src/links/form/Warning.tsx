import { Typography } from '@strapi/design-system';

import type { LinkShows } from '../../../../contracts/links';
import { Notice } from '../../ui/Notice';
import { useTranslate } from '../../utils/translations';
import { BulletList } from './BulletList';

interface WarningProps {
  /** Id of the element that describes the dialog. */
  id: string;
  shows: LinkShows;
  isModified: boolean;
}

/** Says what any share link means. */
export function Warning({ id, shows, isModified }: WarningProps) {
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
          ...(isModified ? [t('warning.modified', { shows })] : []),
        ]}
      />
    </Notice>
  );
}
