/** How long others wait at most for work that pauses: far less than anybody notices. */
const SLICE_MS = 10;

const waiting: (() => void)[] = [];
let turnBegan: number | null = null;

/**
 * To be awaited between the pieces of long work: lets everybody else have a turn when this one has
 * lasted for a while, and costs next to nothing when it has not. Of all work that pauses one goes on
 * in each turn of the event loop, in the order in which it paused.
 */
export function pause(): Promise<void> | undefined {
  if (turnBegan === null) {
    turnBegan = performance.now();
    setImmediate(() => (turnBegan = null));
  }
  if (performance.now() - turnBegan < SLICE_MS) return undefined;
  return new Promise((goOn) => {
    waiting.push(goOn);
    if (waiting.length === 1) setImmediate(next);
  });
}

function next(): void {
  const first = waiting.shift();
  if (waiting.length > 0) setImmediate(next);
  turnBegan = null;
  first?.();
}
