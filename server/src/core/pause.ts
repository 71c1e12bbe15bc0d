/** How long other work waits at most: too short for anybody to notice. */
const SLICE_MS = 10;

const waiting: (() => void)[] = [];
let turnBegan: number | null = null;

/**
 * Await this between the pieces of long work. It lets other work run, unless the current turn of
 * the event loop belongs to paused work and has just begun. Each turn continues only one paused
 * piece of work, in the order of the pauses.
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
