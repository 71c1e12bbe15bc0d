/** Where proofs are kept: `localStorage`, `sessionStorage`, or anything that does the same. */
export interface ProofStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** What a visitor has been given by one link. */
export interface Proofs {
  /** That they have given its password. */
  unlock: string | null;
  /** That they are one of its visitors: it tells them apart, and keeps the places they have. */
  viewer: string | null;
}

/** The proofs for one link, in memory and in the storage if there is one. */
export function keptProofs(token: string, storage?: ProofStorage) {
  const key = `share-link:${token}`;
  let proofs = read();

  return {
    get: (): Proofs => proofs,
    keep(news: Partial<Proofs>): void {
      proofs = { ...proofs, ...news };
      try {
        storage?.setItem(key, JSON.stringify(proofs));
      } catch {
        // Full, or closed to this page: the proofs last as long as the page does.
      }
    },
  };

  function read(): Proofs {
    try {
      const kept = JSON.parse(storage?.getItem(key) ?? '{}') as Record<string, unknown>;
      return { unlock: proofIn(kept.unlock), viewer: proofIn(kept.viewer) };
    } catch {
      return { unlock: null, viewer: null };
    }
  }
}

/** Nothing but what can stand in a header. */
function proofIn(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : null;
}
