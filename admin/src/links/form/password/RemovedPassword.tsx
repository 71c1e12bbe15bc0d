import { Button } from '@strapi/design-system';

import { useTranslate } from '../../../utils/translations';
import { PasswordBox } from './PasswordBox';
import type { RulesState } from '../useRules';

/** Until the save, the way back. */
export function RemovedPassword({ rules }: { rules: RulesState }) {
  const t = useTranslate();

  return (
    <PasswordBox text={t('rules.password.isRemoved')} error={rules.errors.password}>
      <Button
        size="S"
        variant="tertiary"
        autoFocus
        onClick={() => rules.change({ passwordPlan: 'keep' })}
      >
        {t('rules.password.keep')}
      </Button>
    </PasswordBox>
  );
}
