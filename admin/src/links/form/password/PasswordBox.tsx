import type { ReactNode } from 'react';

import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';

import { useTranslate } from '../../../utils/translations';

interface PasswordBoxProps {
  text: string;
  error?: string;
  /** The buttons. */
  children: ReactNode;
  /** Stands below the text and the buttons. */
  detail?: ReactNode;
}

/** Says something about a password, without a field to type one. */
export function PasswordBox({ text, error, children, detail }: PasswordBoxProps) {
  const t = useTranslate();

  return (
    <Field.Root name="password" error={error} role="group" aria-label={t('rules.password')}>
      <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
        {t('rules.password')}
      </Typography>
      <Box background="neutral100" borderColor="neutral200" hasRadius padding={3} width="100%">
        <Flex gap={3} wrap="wrap" justifyContent="space-between">
          <Flex gap={2}>
            <Lock aria-hidden fill="neutral600" width="1.6rem" height="1.6rem" />
            <Typography textColor="neutral800">{text}</Typography>
          </Flex>
          <Flex gap={2} wrap="wrap">
            {children}
          </Flex>
        </Flex>
        {detail}
      </Box>
      <Field.Error />
    </Field.Root>
  );
}
