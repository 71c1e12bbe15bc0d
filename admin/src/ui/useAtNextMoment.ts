import * as React from 'react';

/** The server has reached the moment too, also if its clock is a little behind. */
const SLACK_MS = 1000;

/** Timers of browsers can't wait longer. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Acts when the next of these moments is reached, so that what is shown does not outlast it. Dates
 * are ISO 8601; `null` stands for never.
 */
export function useAtNextMoment(moments: (string | null)[], act: () => void): void {
  const [now, setNow] = React.useState(Date.now);
  const coming = moments.flatMap((moment) => (moment ? [Date.parse(moment)] : []));
  const next = Math.min(...coming.filter((moment) => moment + SLACK_MS > now));

  const latest = React.useRef(act);
  React.useEffect(() => {
    latest.current = act;
  });
  React.useEffect(() => {
    const wait = next + SLACK_MS - Date.now();
    if (!Number.isFinite(wait) || wait > LONGEST_MS) return;
    const timer = setTimeout(() => {
      // What is loaded may be the same as before, and the moment after this one counts then.
      setNow(next + SLACK_MS);
      latest.current();
    }, wait);
    return () => clearTimeout(timer);
  }, [next]);
}
