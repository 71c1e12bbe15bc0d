import { Box, Button } from '@strapi/design-system';

import type { Link } from '../../../../../contracts/links';
import { useTranslate } from '../../../utils/translations';
import { RevealButton, RevealedPassword } from '../../password/Reveal';
import { useReveal } from '../../password/useReveal';
import type { RulesProps } from '../useRules';
import { PasswordBox } from './PasswordBox';

interface CurrentPasswordProps extends RulesProps {
  link: Link;
  takesFocus: boolean;
}

/** The password that a link has, with buttons to show, change or remove it. */
export function CurrentPassword({ rules, sharing, link, takesFocus }: CurrentPasswordProps) {
  const t = useTranslate();
  const reveal = useReveal(link.id);

  return (
    <PasswordBox
      text={t('rules.password.isSet')}
      error={rules.errors.password}
      detail={
        reveal.isShown ? (
          <Box paddingTop={3}>
            <RevealedPassword password={reveal.password} />
          </Box>
        ) : null
      }
    >
      {sharing.can.reveal ? <RevealButton reveal={reveal} /> : null}
      <Button
        size="S"
        variant="tertiary"
        autoFocus={takesFocus}
        onClick={() => rules.change({ passwordPlan: 'set', password: '' })}
      >
        {t('rules.password.change')}
      </Button>
      {sharing.limits.passwordRequired ? null : (
        <Button
          size="S"
          variant="tertiary"
          onClick={() => rules.change({ passwordPlan: 'remove', password: '' })}
        >
          {t('rules.password.remove')}
        </Button>
      )}
    </PasswordBox>
  );
}
