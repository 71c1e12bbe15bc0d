import { compareInTurn, hashInTurn, isIdle } from './hashing';

/** OWASP's least for bcrypt. */
const COST = 10;

/** Compared with where there is no password, so that the answer takes as long. */
const NO_PASSWORD = '$2b$10$TzIKMre9idJ2ih9cZwa9JOTprSXOdRK6Xb.0VTJBZQyR3384MpH/O';

export function hashPassword(password: string): Promise<string> {
  return hashInTurn(password, COST);
}

/** @throws HashingBusy when too many passwords wait to be compared */
export async function matchesPassword(
  password: string,
  passwordHash: string | null
): Promise<boolean> {
  const matches = await compareInTurn(password, passwordHash ?? NO_PASSWORD);
  return passwordHash !== null && matches;
}

/**
 * Spends the time that a comparison takes on an address that opens nothing, dead or never made.
 * While others wait it is skipped for all of these alike: they must not delay who has a password.
 */
export async function pretendToMatch(): Promise<void> {
  if (isIdle()) await matchesPassword('', null);
}
