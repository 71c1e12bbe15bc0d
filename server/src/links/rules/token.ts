import { createHash, randomBytes } from 'node:crypto';

/** 192 bits, of which 190 stay. The W3C advises at least 120 for capability URLs. */
const TOKEN_BYTES = 24;
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{32}$/;

/**
 * Mints until the token has neither `-` nor `_`, about three times: programs do not take these for a
 * part of an address at its end, and chats make italics of them.
 */
export function mintToken(): string {
  for (;;) {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    if (!/[-_]/.test(token)) return token;
  }
}

/** Returns null if the value can't be a token. Only the shape of a token may reach the database. */
export function parseToken(value: unknown): string | null {
  return typeof value === 'string' && TOKEN_SHAPE.test(value) ? value : null;
}

/** The database stores only this hash, so a stolen database opens no link. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Long enough to tell links apart in lists and logs, too short to guess the rest. */
export function hintOf(token: string): string {
  return token.slice(0, 6);
}
