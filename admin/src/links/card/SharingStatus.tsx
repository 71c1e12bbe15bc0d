import { Flex, Status, Typography } from '@strapi/design-system';

interface SharingStatusProps {
  variant: 'neutral' | 'success' | 'warning';
  children: string;
}

export function SharingStatus({ variant, children }: SharingStatusProps) {
  return (
    <Flex>
      <Status variant={variant} size="S">
        {/* Strapi's own colour of a warning has too little contrast on its ground. */}
        <Typography
          tag="span"
          variant="pi"
          fontWeight="bold"
          textColor={variant === 'warning' ? 'neutral800' : undefined}
        >
          {children}
        </Typography>
      </Status>
    </Flex>
  );
}
