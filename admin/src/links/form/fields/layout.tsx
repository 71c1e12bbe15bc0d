import * as React from 'react';

import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Two fields side by side if there is room. */
export const Pair = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  align-items: start;
  gap: ${({ theme }) => theme.spaces[5]};

  ${({ theme }) => theme.breakpoints.medium} {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

/** Options that belong together, under a title. */
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
