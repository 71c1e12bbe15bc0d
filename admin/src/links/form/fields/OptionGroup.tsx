import * as React from 'react';

import { Flex, Typography } from '@strapi/design-system';

/** Options that belong together, under a name of their own. */
export function OptionGroup({ title, children }: { title: string; children: React.ReactNode }) {
  const id = React.useId();

  return (
    <Flex
      role="group"
      aria-labelledby={id}
      direction="column"
      alignItems="stretch"
      gap={5}
      borderColor="neutral200"
      borderWidth="1px 0 0"
      borderStyle="solid"
      paddingTop={4}
    >
      <Typography id={id} tag="p" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      {children}
    </Flex>
  );
}
