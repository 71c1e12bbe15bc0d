import * as React from 'react';

import { Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';

import type { Settings } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';

interface Access {
  isReadOnly: boolean;
  locked: (keyof Settings)[];
}

export const AccessContext = React.createContext<Access>({ isReadOnly: true, locked: [] });

/** Returns whether a field is disabled, and whether the configuration file fixes it. */
export function useFieldAccess(field: string) {
  const { isReadOnly, locked } = React.useContext(AccessContext);
  const [key] = field.split('.');
  const isLocked = locked.some((name) => name === (key === 'types' ? 'contentTypes' : key));
  return { isLocked, isDisabled: isReadOnly || isLocked };
}

/** Says that the configuration file fixes a setting. */
export function LockedNote() {
  const t = useTranslate();

  return (
    <Flex gap={1} tag="span">
      <Lock aria-hidden fill="neutral600" width="1.2rem" height="1.2rem" />
      <Typography variant="pi" textColor="neutral600">
        {t('settings.locked')}
      </Typography>
    </Flex>
  );
}
