import type { ReactNode } from 'react';

import { Box } from '@strapi/design-system';

import { Notice } from '../../ui/Notice';

/** What a change of the setting above it brings with it; read out when it appears. */
export function SettingNotice({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      {children ? (
        <Box paddingTop={3}>
          <Notice variant="warning">{children}</Notice>
        </Box>
      ) : null}
    </div>
  );
}
