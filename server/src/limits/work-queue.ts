/** How much work of one kind runs at once, and how much waits. */
export interface WorkBounds {
  atOnce: number;
  waiting: number;
  /** The same for one client. */
  atOnceOfOne: number;
  waitingOfOne: number;
  /** Work that has waited longer is refused. */
  patienceMs: number;
}

/** A place for running work. Every way out must call `leave`; further calls do no harm. */
export interface WorkPlace {
  leave(): void;
}

export interface WorkQueue {
  /**
   * Returns null if the work is refused: at once if too much is waiting, or after waiting too long.
   *
   * @param gone ends the wait of a client that no longer wants an answer
   */
  enter(client: string, gone?: AbortSignal): Promise<WorkPlace | null>;
}

interface Waiter {
  begin(place: WorkPlace | null): void;
}

/**
 * Limits expensive work. Clients take turns, however much each asks for, so no client can block the
 * others.
 */
export function makeWorkQueue(bounds: WorkBounds): WorkQueue {
  /** A map keeps its insertion order, so the first client is next. */
  const waiting = new Map<string, Waiter[]>();
  const working = new Map<string, number>();
  let workers = 0;
  let waiters = 0;

  return {
    enter(client, gone) {
      if (gone?.aborted) return Promise.resolve(null);
      if (mayBegin(client) && !waiting.has(client)) return Promise.resolve(take(client));
      const own = waiting.get(client) ?? [];
      if (waiters >= bounds.waiting || own.length >= bounds.waitingOfOne) {
        return Promise.resolve(null);
      }
      return new Promise((resolve) => {
        const waiter: Waiter = {
          begin(place) {
            clearTimeout(timer);
            gone?.removeEventListener('abort', giveUp);
            resolve(place);
          },
        };
        const giveUp = () => {
          if (remove(client, waiter)) waiter.begin(null);
        };
        const timer = setTimeout(giveUp, bounds.patienceMs);
        gone?.addEventListener('abort', giveUp, { once: true });
        own.push(waiter);
        waiting.set(client, own);
        waiters += 1;
      });
    },
  };

  function mayBegin(client: string): boolean {
    return workers < bounds.atOnce && (working.get(client) ?? 0) < bounds.atOnceOfOne;
  }

  function take(client: string): WorkPlace {
    let hasLeft = false;
    workers += 1;
    working.set(client, (working.get(client) ?? 0) + 1);
    return {
      leave() {
        if (hasLeft) return;
        hasLeft = true;
        workers -= 1;
        const left = (working.get(client) ?? 1) - 1;
        if (left > 0) working.set(client, left);
        else working.delete(client);
        callNext();
      },
    };
  }

  function callNext(): void {
    for (const [client, own] of waiting) {
      if (!mayBegin(client)) continue;
      const waiter = own[0]!;
      remove(client, waiter);
      const more = waiting.get(client);
      if (more) {
        // The client moves behind the others, until they have had their turn.
        waiting.delete(client);
        waiting.set(client, more);
      }
      waiter.begin(take(client));
      return;
    }
  }

  function remove(client: string, waiter: Waiter): boolean {
    const own = waiting.get(client) ?? [];
    const index = own.indexOf(waiter);
    if (index < 0) return false;
    own.splice(index, 1);
    if (own.length === 0) waiting.delete(client);
    waiters -= 1;
    return true;
  }
}
