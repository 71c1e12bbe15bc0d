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
  hasPassword: boolean;
}

/** Says what any share link means. */
export function Warning({ id, shows, isModified, hasPassword }: WarningProps) {
  const t = useTranslate();
  const password = hasPassword ? 'set' : 'none';

  return (
    <Notice id={id} variant="warning">
      <Typography tag="p" fontWeight="bold">
        {t('warning.lead', { password })}
      </Typography>
      <BulletList
        items={[
          t('warning.know.login', { password }),
          t('warning.know.readOnly'),
          t('warning.know.trust'),
          t('warning.know.delete'),
          ...(isModified ? [t('warning.modified', { shows })] : []),
        ]}
      />
    </Notice>
  );
}
