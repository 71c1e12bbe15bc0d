import * as React from 'react';

import { Box, Checkbox, Typography } from '@strapi/design-system';

interface OptionBoxProps {
  label: string;
  hint: React.ReactNode;
  isOn: boolean;
  disabled?: boolean;
  /** Why the server refused it. */
  error?: string;
  onChange: (isOn: boolean) => void;
}

/** A box to tick, with an explanation. */
export function OptionBox({ label, hint, isOn, disabled, error, onChange }: OptionBoxProps) {
  const hintId = React.useId();
  const errorId = React.useId();

  return (
    <div>
      <Checkbox
        checked={isOn}
        disabled={disabled}
        aria-describedby={error ? `${errorId} ${hintId}` : hintId}
        aria-invalid={error ? true : undefined}
        onCheckedChange={(isTicked) => onChange(isTicked === true)}
      >
        {label}
      </Checkbox>
      <Box paddingLeft="2.8rem">
        {error ? (
          <Typography id={errorId} tag="p" variant="pi" textColor="danger600">
            {error}
          </Typography>
        ) : null}
        <Typography id={hintId} tag="p" variant="pi" textColor="neutral600">
          {hint}
        </Typography>
      </Box>
    </div>
  );
}
