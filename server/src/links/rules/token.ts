import { createHash, randomBytes } from 'node:crypto';

/** 192 bits; W3C's advice on capability URLs asks for 120 at least. */
const TOKEN_BYTES = 24;
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{32}$/;

export function mintToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The token in a path, or null when it can't be one; nothing else may reach the database. */
export function parseToken(value: unknown): string | null {
  return typeof value === 'string' && TOKEN_SHAPE.test(value) ? value : null;
}

/** What is stored and looked up, so that a stolen database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Enough to tell links apart in lists and logs, too little to guess the rest. */
export function hintOf(token: string): string {
  return token.slice(0, 6);
}
