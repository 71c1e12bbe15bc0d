import * as React from 'react';

import { Button } from '@strapi/design-system';

import { useTranslate } from '../../../utils/translations';
import type { RulesProps, RulesState } from '../useRules';
import { CurrentPassword } from './CurrentPassword';
import { NewPassword } from './NewPassword';
import { PasswordBox } from './PasswordBox';

/** Sets, changes or removes the password of a link. */
export function PasswordRule(props: RulesProps) {
  const { rules, link } = props;
  const { passwordPlan } = rules.values;
  // The button takes the focus when the person goes back to the current password.
  const wasElsewhere = React.useRef(false);
  React.useEffect(() => {
    if (passwordPlan !== 'keep') wasElsewhere.current = true;
  }, [passwordPlan]);

  if (!link?.hasPassword || passwordPlan === 'set') return <NewPassword {...props} />;
  if (passwordPlan === 'remove') return <RemovedPassword rules={rules} />;
  return <CurrentPassword {...props} link={link} takesFocus={wasElsewhere.current} />;
}

/** Lets the person keep the password after all, until the form is saved. */
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
