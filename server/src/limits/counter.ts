/** What was counted under a key in the window that is running. */
export interface Count {
  points: number;
  /** Until the window ends and counting starts anew. */
  msLeft: number;
}

/** Counts in windows that start with the first point and have a fixed length. */
export interface Counter {
  /** Adds in one step, so that of many at once each is told a number of its own. */
  add(key: string, points: number): Promise<Count>;
  count(key: string): Promise<Count>;
}

export const NOTHING: Count = { points: 0, msLeft: 0 };

/** Makes a counter of its own for each thing that is counted. */
export type MakeCounter = (name: string, seconds: number) => Counter;
