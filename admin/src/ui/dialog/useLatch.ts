import * as React from 'react';

/** The last value that was not null: what a dialog goes on to show while it fades out. */
export function useLatch<Value>(value: Value | null): Value | null {
  const latest = React.useRef(value);
  if (value !== null) latest.current = value;
  return latest.current;
}
