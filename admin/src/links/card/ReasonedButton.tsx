import * as React from 'react';

import { Box, Button, Typography } from '@strapi/design-system';
import { Link as LinkIcon } from '@strapi/icons';

interface ReasonedButtonProps {
  children: string;
  onClick?: () => void;
  /** Why the button can't be used. It stands below, so nobody has to hover to read it. */
  reason?: string | null;
  disabled?: boolean;
}

/** The button of the card. */
export const ReasonedButton = React.forwardRef<HTMLButtonElement, ReasonedButtonProps>(
  function ReasonedButton({ children, onClick, reason, disabled }, ref) {
    const reasonId = React.useId();

    return (
      <Box>
        <Button
          ref={ref}
          fullWidth
          variant="secondary"
          startIcon={<LinkIcon />}
          onClick={onClick}
          disabled={disabled}
          aria-describedby={reason ? reasonId : undefined}
        >
          {children}
        </Button>
        {reason ? (
          <Box paddingTop={2}>
            <Typography id={reasonId} tag="p" variant="pi" textColor="neutral600">
              {reason}
            </Typography>
          </Box>
        ) : null}
      </Box>
    );
  }
);
