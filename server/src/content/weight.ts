import type { ShownField } from '../../../contracts/shown';

/** Renders in about 10 ms. Heavier content goes to another thread. */
const HEAVY = 20_000;

/** The cost of a field besides its characters. */
const FIELD = 40;

/** Returns true if rendering or searching these fields would block other requests. */
export function isHeavy(fields: ShownField[]): boolean {
  let weight = 0;
  const waiting: unknown[] = [fields];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') weight += next.length;
    else if (Array.isArray(next)) {
      weight += next.length * FIELD;
      if (weight <= HEAVY) waiting.push(...(next as unknown[]));
    } else if (typeof next === 'object' && next !== null) {
      weight += FIELD;
      waiting.push(...Object.values(next));
    }
    if (weight > HEAVY) return true;
  }
  return false;
}
