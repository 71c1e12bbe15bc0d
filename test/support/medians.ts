import { expect } from 'vitest';

import type { Client } from './client';

/** The median time of each request, in milliseconds, over so many rounds. */
export async function mediansOf(by: Client, paths: string[], rounds: number): Promise<number[]> {
  const medians: number[] = [];
  for (const path of paths) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      expect((await by('GET', path)).status).toBe(200);
      times.push(performance.now() - start);
    }
    medians.push(times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!);
  }
  return medians;
}
