import * as React from 'react';

import { CurrentPassword } from './CurrentPassword';
import { NewPassword } from './NewPassword';
import { RemovedPassword } from './RemovedPassword';
import type { RulesProps } from '../RulesForm';

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
