import { PASSWORD_MAX_BYTES } from '../../../../contracts/links';
import { normalPassword, trimmedPassword } from '../../../../contracts/typed-texts';
import { compareInTurn, hashInTurn, isIdle } from './hashing';

/** The minimum for bcrypt that OWASP recommends. */
const COST = 10;

/** Compared with if there is no password, so that the answer takes as long. */
const NO_PASSWORD = '$2b$10$TzIKMre9idJ2ih9cZwa9JOTprSXOdRK6Xb.0VTJBZQyR3384MpH/O';

export function hashPassword(password: string): Promise<string> {
  return hashInTurn(password, COST);
}

/**
 * What a visitor may have meant, the form that new passwords are stored in first. Passwords from
 * before are stored as somebody typed them: exactly so, with typographic signs, or as macOS writes
 * accents. Most passwords have a single form. It is empty if the text can't be a password.
 */
export function passwordForms(typed: string): string[] {
  const trimmed = trimmedPassword(typed);
  const forms = [normalPassword(typed), typed, trimmed, trimmed.normalize('NFD')];
  return [...new Set(forms)].filter(
    (form) => form !== '' && Buffer.byteLength(form) <= PASSWORD_MAX_BYTES
  );
}

/** @throws HashingBusy if too many passwords are waiting */
export async function matchesPassword(
  typed: string,
  passwordHash: string | null
): Promise<boolean> {
  const forms = passwordForms(typed);
  // A busy thread refuses the first form or none: a try that is given back has compared nothing.
  for (const [index, form] of (forms.length > 0 ? forms : ['']).entries()) {
    const isRight = await compareInTurn(form, passwordHash ?? NO_PASSWORD, index > 0);
    if (isRight) return passwordHash !== null;
  }
  return false;
}

/**
 * Takes the time of a comparison for an address that opens nothing, dead or unknown. It is skipped
 * for both while other passwords are waiting, so that it never delays them.
 */
export async function pretendToMatch(typed = ''): Promise<void> {
  if (isIdle()) await matchesPassword(typed, null);
}
