import { cpSync } from 'node:fs';
import type { CopySyncOptions } from 'node:fs';

const TRIES = 10;

/**
 * Copies a file or a folder of the demo. Other tests may remove their uploads meanwhile, so it
 * starts over when a file is gone.
 */
export function copyFolder(from: string, to: string, filter?: CopySyncOptions['filter']): void {
  for (let tries = 1; ; tries += 1) {
    try {
      return cpSync(from, to, { recursive: true, ...(filter ? { filter } : {}) });
    } catch (error) {
      if (tries === TRIES || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
