/** The storage of proofs: `localStorage`, `sessionStorage` or anything with the same methods. */
export interface ProofStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The proofs that one link has given to a visitor. */
export interface Proofs {
  /** Proof that the visitor gave the password. */
  unlock: string | null;
  /**
   * Proof that the link has admitted the visitor. It identifies the visitor and keeps their place.
   */
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
        // The storage is full or blocked, so the proofs last only as long as the page.
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

/** Accepts only characters that a header can contain. */
function proofIn(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : null;
}
