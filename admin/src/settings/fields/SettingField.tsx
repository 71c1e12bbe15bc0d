import * as React from 'react';

import { Field } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

import { LockedNote, useFieldAccess } from './fieldAccess';

interface SettingFieldProps {
  name: string;
  label: string;
  hint?: React.ReactNode;
  children: React.ReactNode;
}

/** Label, hint and error of one setting. */
export function SettingField({ name, label, hint, children }: SettingFieldProps) {
  const { error } = useField(name);
  const { isLocked } = useFieldAccess(name);

  return (
    <Field.Root
      name={name}
      error={error}
      hint={
        isLocked ? (
          <>
            {hint} <LockedNote />
          </>
        ) : (
          hint
        )
      }
    >
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
