import { useTranslate } from '../../utils/translations';
import { CardLayout } from './CardLayout';
import { ReasonedButton } from './ReasonedButton';
import { SharingStatus } from './SharingStatus';

export function UnsavedCard({ isNewLocale }: { isNewLocale: boolean }) {
  const t = useTranslate();

  return (
    <CardLayout>
      <SharingStatus variant="neutral">{t('status.none')}</SharingStatus>
      <ReasonedButton disabled reason={t(isNewLocale ? 'unsaved.locale' : 'unsaved.entry')}>
        {t('action.create')}
      </ReasonedButton>
    </CardLayout>
  );
}
