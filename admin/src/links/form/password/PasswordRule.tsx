import * as React from 'react';

import { Button } from '@strapi/design-system';

import { useTranslate } from '../../../utils/translations';
import type { RulesProps, RulesState } from '../useRules';
import { CurrentPassword } from './CurrentPassword';
import { NewPassword } from './NewPassword';
import { PasswordBox } from './PasswordBox';

/** The password of a link: to be set, or as it is with the ways to change that. */
export function PasswordRule(props: RulesProps) {
  const { rules, link } = props;
  const { passwordPlan } = rules.values;
  // Whoever comes back to the password as it is gets the focus back too.
  const wasElsewhere = React.useRef(false);
  React.useEffect(() => {
    if (passwordPlan !== 'keep') wasElsewhere.current = true;
  }, [passwordPlan]);

  if (!link?.hasPassword || passwordPlan === 'set') return <NewPassword {...props} />;
  if (passwordPlan === 'remove') return <RemovedPassword rules={rules} />;
  return <CurrentPassword {...props} link={link} takesFocus={wasElsewhere.current} />;
}

/** Until the save, the way back. */
function RemovedPassword({ rules }: { rules: RulesState }) {
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
