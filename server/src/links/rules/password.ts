import { compareInTurn, hashInTurn, isIdle } from './hashing';

/** The minimum for bcrypt that OWASP recommends. */
const COST = 10;

/** Compared with if there is no password, so that the answer takes as long. */
const NO_PASSWORD = '$2b$10$TzIKMre9idJ2ih9cZwa9JOTprSXOdRK6Xb.0VTJBZQyR3384MpH/O';

export function hashPassword(password: string): Promise<string> {
  return hashInTurn(password, COST);
}

/** @throws HashingBusy if too many passwords are waiting */
export async function matchesPassword(
  password: string,
  passwordHash: string | null
): Promise<boolean> {
  const matches = await compareInTurn(password, passwordHash ?? NO_PASSWORD);
  return passwordHash !== null && matches;
}

/**
 * Takes the time of a comparison for an address that opens nothing, dead or unknown. It is skipped
 * for both while other passwords are waiting, so that it never delays them.
 */
export async function pretendToMatch(): Promise<void> {
  if (isIdle()) await matchesPassword('', null);
}
