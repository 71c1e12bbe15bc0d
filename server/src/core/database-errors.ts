/** Returns true if the database refused a row because another row has the same unique value. */

import { isOnOurTables, redactStatement } from './redact-statements';

export function isUniqueViolation(error: unknown): boolean {
  const { code, errno } = (error ?? {}) as { code?: unknown; errno?: unknown };
  const isSqlite = typeof code === 'string' && /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code);
  const isPostgres = code === '23505';
  const isMysql = code === 'ER_DUP_ENTRY' || errno === 1062;
  return isSqlite || isPostgres || isMysql;
}

/** Returns true if this unique column was taken. Each database names it in its own way. */
export function violates(error: unknown, column: string): boolean {
  const { message, constraint } = error as { message?: string; constraint?: string };
  return `${redactStatement(message ?? '')} ${constraint ?? ''}`.includes(column);
}

/**
 * Returns a copy of a driver's error that is safe to report: the original contains the statement
 * with its values. Other errors stay unchanged.
 */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Error) || !isOnOurTables(error.message)) return error;
  const { code } = error as { code?: unknown };
  const plain = Object.assign(new Error(redactStatement(error.message)), { code });
  plain.stack = redactStatement(error.stack ?? '');
  return plain;
}
