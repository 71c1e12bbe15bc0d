import type { ShownField } from '../../../contracts/shown';

/** About what takes 10 ms to be rendered; more than that is done in another thread. */
const HEAVY = 20_000;

/** A field costs more than the characters in it. */
const FIELD = 40;

/** Whether so much is shown that rendering or searching it would keep others waiting. */
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
