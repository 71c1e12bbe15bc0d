import { Flex, Status, Typography } from '@strapi/design-system';

interface SharingStatusProps {
  variant: 'neutral' | 'success' | 'warning';
  children: string;
}

export function SharingStatus({ variant, children }: SharingStatusProps) {
  return (
    <Flex>
      <Status variant={variant} size="S">
        <Typography tag="span" variant="pi" fontWeight="bold">
          {children}
        </Typography>
      </Status>
    </Flex>
  );
}
