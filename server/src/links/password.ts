import { compare, hash } from 'bcryptjs';

/** OWASP's least for bcrypt. */
const COST = 10;

/** Compared with where there is no password, so that the answer takes as long. */
const NO_PASSWORD = '$2b$10$TzIKMre9idJ2ih9cZwa9JOTprSXOdRK6Xb.0VTJBZQyR3384MpH/O';

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

export async function matchesPassword(
  password: string,
  passwordHash: string | null
): Promise<boolean> {
  const matches = await compare(password, passwordHash ?? NO_PASSWORD);
  return passwordHash !== null && matches;
}
