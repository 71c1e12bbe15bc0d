/** How much of one kind of work goes on at once, and how much of it waits. */
export interface WorkBounds {
  atOnce: number;
  waiting: number;
  /** Of one client: how much of it goes on, and how much waits. */
  atOnceOfOne: number;
  waitingOfOne: number;
  /** What has waited longer is turned away. */
  patienceMs: number;
}

/** A place among those who work; to be given back on every way out, once or more. */
export interface WorkPlace {
  leave(): void;
}

export interface WorkQueue {
  /**
   * Null for those who are turned away: at once where no more may wait, or after a while of waiting.
   *
   * @param gone ends the waiting of those who no longer want an answer
   */
  enter(client: string, gone?: AbortSignal): Promise<WorkPlace | null>;
}

interface Waiter {
  begin(place: WorkPlace | null): void;
}

/**
 * Bounds work that costs much. Clients take turns, however much each of them asks for, so that none
 * can keep the others out.
 */
export function makeWorkQueue(bounds: WorkBounds): WorkQueue {
  /** A map keeps its order: whose turn it is next comes first. */
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
        // Behind the others, until these have had their turn.
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
