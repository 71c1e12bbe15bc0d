import * as React from 'react';

import type { Settings } from '../../../../contracts/settings';

interface Access {
  isReadOnly: boolean;
  locked: (keyof Settings)[];
}

export const AccessContext = React.createContext<Access>({ isReadOnly: true, locked: [] });

/** Whether a field of the form can be changed, and if not, whether the configuration says so. */
export function useFieldAccess(field: string) {
  const { isReadOnly, locked } = React.useContext(AccessContext);
  const [key] = field.split('.');
  const isLocked = locked.some((name) => name === (key === 'types' ? 'contentTypes' : key));
  return { isLocked, isDisabled: isReadOnly || isLocked };
}
