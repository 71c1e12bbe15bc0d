import * as React from 'react';

import { Box, Flex, Radio, Typography } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import { LockedNote, useFieldAccess } from './fieldAccess';

interface ChoiceSettingProps {
  name: string;
  label: string;
  choices: { value: string; label: string; explanation: string }[];
}

/** Sets one of a few values, each with an explanation. */
export function ChoiceSetting({ name, label, choices }: ChoiceSettingProps) {
  const id = React.useId();
  const { value, onChange, error } = useField<string>(name);
  const { isDisabled, isLocked } = useFieldAccess(name);

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography id={id} variant="pi" fontWeight="bold">
        {label}
      </Typography>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        disabled={isDisabled}
        onValueChange={(choice) => onChange(name, choice)}
      >
        <Flex direction="column" alignItems="stretch" gap={3}>
          {choices.map((choice) => (
            <div key={choice.value}>
              <Radio.Item value={choice.value} aria-describedby={`${id}-${choice.value}`}>
                {choice.label}
              </Radio.Item>
              <Box paddingLeft="2.8rem">
                <Typography
                  id={`${id}-${choice.value}`}
                  tag="p"
                  variant="pi"
                  textColor="neutral600"
                >
                  {choice.explanation}
                </Typography>
              </Box>
            </div>
          ))}
        </Flex>
      </Radio.Group>
      {isLocked ? <LockedNote /> : null}
      {error ? (
        <Typography role="alert" variant="pi" textColor="danger600">
          {error}
        </Typography>
      ) : null}
    </Flex>
  );
}
