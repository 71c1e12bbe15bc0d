/** The count of a key in the current window. */
export interface Count {
  points: number;
  /** The time until the window ends and counting starts again. */
  msLeft: number;
}

/** Counts in windows of a fixed length that start with the first point. */
export interface Counter {
  /** Adds atomically, so that each of many simultaneous calls gets a different number. */
  add(key: string, points: number): Promise<Count>;
  count(key: string): Promise<Count>;
}

export const NOTHING: Count = { points: 0, msLeft: 0 };

/** Makes a separate counter for each thing that is counted. */
export type MakeCounter = (name: string, seconds: number) => Counter;
