/**
 * The processor's time for a piece of work, in milliseconds. Unlike a clock, it does not count what
 * other programs do meanwhile.
 */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Far more than linear work needs on any machine, and far less than what grows with the square. */
export const LINEAR_MS = 3_000;
