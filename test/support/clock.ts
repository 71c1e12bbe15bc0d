import { vi } from 'vitest';

/** Does the work as if this much time had passed: the app reads the clock of this process. */
export async function afterMs<T>(ms: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
