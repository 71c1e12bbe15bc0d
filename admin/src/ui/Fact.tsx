import type { ReactNode } from 'react';

import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Row = styled.div`
  display: grid;
  align-items: baseline;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[1]};

  ${({ theme }) => theme.breakpoints.medium} {
    grid-template-columns: 16rem minmax(0, 1fr);
    gap: ${({ theme }) => theme.spaces[4]};
  }
`;

/** One row of a definition list. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Row>
      <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Row>
  );
}
