import * as React from 'react';

import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Check, Duplicate, Eye, EyeStriked, Key } from '@strapi/icons';

import { copyKeys, useCopy } from '../../../ui/useCopy';
import { useTranslate } from '../../../utils/translations';
import type { RulesProps } from '../useRules';
import { generatePassword } from './password';
import { PasswordHint } from './PasswordHint';

/** A field to type a password, or to generate one. */
export function NewPassword({ rules, sharing, link }: RulesProps) {
  const t = useTranslate();
  const [isShown, setShown] = React.useState(false);
  const field = React.useRef<HTMLInputElement>(null);
  const { copy, isCopied, hasFailed } = useCopy(field, { done: t('password.copy.done') });
  const { values, errors, change } = rules;
  const { passwordMinLength, passwordRequired } = sharing.limits;
  const replaces = link?.hasPassword ?? false;

  function generate() {
    change({ password: generatePassword(passwordMinLength) });
    setShown(true);
  }

  return (
    <Field.Root
      name="password"
      error={errors.password}
      required={passwordRequired && !link}
      hint={
        <PasswordHint
          password={values.password}
          minLength={passwordMinLength}
          isRequired={passwordRequired}
        />
      }
    >
      <Field.Label>{t('rules.password')}</Field.Label>
      <Flex gap={2} wrap="wrap" alignItems="flex-start">
        <Box flex="1 1 20rem">
          <TextInput
            ref={field}
            type={isShown ? 'text' : 'password'}
            value={values.password}
            autoComplete="new-password"
            autoFocus={replaces}
            spellCheck={false}
            style={isShown ? { fontFamily: 'monospace' } : undefined}
            onChange={(event) => change({ password: event.target.value })}
            endAction={
              <Field.Action
                label={t(isShown ? 'password.hide' : 'password.show')}
                onClick={() => setShown(!isShown)}
              >
                {isShown ? <EyeStriked fill="neutral500" /> : <Eye fill="neutral500" />}
              </Field.Action>
            }
          />
        </Box>
        <Button size="L" variant="tertiary" startIcon={<Key />} onClick={generate}>
          {t('rules.password.generate')}
        </Button>
        {values.password === '' ? null : (
          <Button
            size="L"
            variant="tertiary"
            startIcon={isCopied ? <Check /> : <Duplicate />}
            onClick={() => void copy()}
          >
            {t('password.copy')}
          </Button>
        )}
        {replaces ? (
          <Button
            size="L"
            variant="tertiary"
            onClick={() => change({ passwordPlan: 'keep', password: '' })}
          >
            {t('rules.password.keep')}
          </Button>
        ) : null}
      </Flex>
      {hasFailed ? (
        <Typography role="status" tag="p" variant="pi" textColor="neutral800">
          {t('copy.byHand', { keys: copyKeys() })}
        </Typography>
      ) : null}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
