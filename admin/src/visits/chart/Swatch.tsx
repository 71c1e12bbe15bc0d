import { Box, Flex, Typography } from '@strapi/design-system';

interface SwatchProps {
  color: 'primary600' | 'danger500';
  children: string;
}

/** What a colour of the chart means. */
export function Swatch({ color, children }: SwatchProps) {
  return (
    <Flex gap={2}>
      <Box width="1.2rem" height="1.2rem" background={color} style={{ borderRadius: '2px' }} />
      <Typography variant="pi" textColor="neutral700">
        {children}
      </Typography>
    </Flex>
  );
}
