import { frameOrigin } from '../../../../../contracts/frame-origins';

/** Returns the sites that a person has typed: one in each line, or with commas or spaces between. */
export function typedOrigins(text: string): string[] {
  const typed = text.split(/[\s,;]+/).filter((word) => word !== '');
  return [...new Set(typed.map((word) => frameOrigin(word) ?? word))];
}

/** Returns the first text that is no origin, or null if all are. */
export function wrongOrigin(origins: string[]): string | null {
  return origins.find((origin) => frameOrigin(origin) === null) ?? null;
}
