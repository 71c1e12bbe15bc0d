import * as React from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';

const COLORS = { info: 'primary', warning: 'warning', danger: 'danger' } as const;

interface NoticeProps {
  id?: string;
  variant: keyof typeof COLORS;
  /** `alert` or `status` if the notice appears while the dialog is open. */
  role?: 'alert' | 'status';
  children: React.ReactNode;
}

/** Looks like Strapi's alert, but is part of the page and can't be closed. */
export const Notice = React.forwardRef<HTMLDivElement, NoticeProps>(function Notice(
  { id, variant, role, children },
  ref
) {
  const color = COLORS[variant];
  const Icon = variant === 'info' ? Information : WarningCircle;

  return (
    <Flex
      ref={ref}
      id={id}
      role={role}
      alignItems="flex-start"
      gap={3}
      padding={4}
      hasRadius
      background={`${color}100`}
      borderColor={`${color}200`}
    >
      <Box shrink={0} paddingTop="0.2rem">
        <Icon aria-hidden fill={`${color}700`} width="1.6rem" height="1.6rem" />
      </Box>
      <Typography tag="div" textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
});
