/** How long others wait at most for work that pauses: far less than anybody notices. */
const SLICE_MS = 10;

const waiting: (() => void)[] = [];
let turnBegan: number | null = null;

/**
 * To be awaited between the pieces of long work: lets everybody else have a turn unless this one is
 * of this work and has just begun. Of all work that pauses one goes on in each turn of the event
 * loop, in the order in which it paused.
 */
export function pause(): Promise<void> | undefined {
  if (turnBegan !== null && performance.now() - turnBegan < SLICE_MS) return undefined;
  return new Promise((goOn) => {
    waiting.push(goOn);
    if (waiting.length === 1) setImmediate(next);
  });
}

function next(): void {
  const first = waiting.shift();
  turnBegan = performance.now();
  setImmediate(waiting.length > 0 ? next : () => (turnBegan = null));
  first?.();
}
