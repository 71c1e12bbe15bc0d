import * as React from 'react';

/** Returns the last value that was not null: a dialog shows it while it fades out. */
export function useLatch<Value>(value: Value | null): Value | null {
  const latest = React.useRef(value);
  if (value !== null) latest.current = value;
  return latest.current;
}
