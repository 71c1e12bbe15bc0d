import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';

import { useTranslate } from '../utils/translations';

export function SaveButton() {
  const t = useTranslate();
  const isModified = useForm('SaveButton', (form) => form.modified);
  const isSubmitting = useForm('SaveButton', (form) => form.isSubmitting);

  return (
    <Button type="submit" startIcon={<Check />} disabled={!isModified} loading={isSubmitting}>
      {t('settings.save')}
    </Button>
  );
}
