import type { ReactNode } from 'react';

import { Flex } from '@strapi/design-system';

export function CardLayout({ children }: { children: ReactNode }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {children}
    </Flex>
  );
}
