import { createHash } from 'node:crypto';

/** A cache. Each key is a hash of the source, because the same source gives the same result. */
export interface KeptTexts<T> {
  get(key: string): T | undefined;
  set(key: string, value: T, characters: number): void;
}

/** @param maxCharacters limit of the whole cache; the least recently used entry is dropped first */
export function keptTexts<T>(maxCharacters: number): KeptTexts<T> {
  const kept = new Map<string, { value: T; characters: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= kept.get(key)?.characters ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      // A map keeps its insertion order, so its first keys are the oldest.
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set(key, value, characters) {
      drop(key);
      if (characters > maxCharacters) return;
      kept.set(key, { value, characters });
      total += characters;
      for (const oldest of kept.keys()) {
        if (total <= maxCharacters) break;
        drop(oldest);
      }
    },
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
