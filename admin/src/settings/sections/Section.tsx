import * as React from 'react';

import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

interface SectionProps {
  title: string;
  description: string;
  children: React.ReactNode;
}

/** Leaves room for Strapi's header at the top, and for an error below its field. */
const Ground = styled(Box)`
  :is(input, button) {
    scroll-margin-block: 12rem;
  }
`;

/** One group of settings, in a box of its own. */
export function Section({ title, description, children }: SectionProps) {
  const titleId = React.useId();

  return (
    <Ground
      tag="section"
      aria-labelledby={titleId}
      background="neutral0"
      shadow="filterShadow"
      hasRadius
      padding={{ initial: 5, medium: 6, large: 7 }}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <div>
          <Typography id={titleId} variant="delta" tag="h2">
            {title}
          </Typography>
          <Box paddingTop={1}>
            <Typography tag="p" textColor="neutral600">
              {description}
            </Typography>
          </Box>
        </div>
        {children}
      </Flex>
    </Ground>
  );
}

/** Fields side by side, one below the other on a phone. */
export function FieldGrid({ children }: { children: React.ReactNode }) {
  return <Grid.Root gap={5}>{children}</Grid.Root>;
}

export function FieldCell({
  children,
  wide = false,
}: {
  children: React.ReactNode;
  wide?: boolean;
}) {
  return (
    <Grid.Item col={wide ? 12 : 6} xs={12} direction="column" alignItems="stretch">
      {children}
    </Grid.Item>
  );
}
