/** Whether the database refused a row because another one has the same unique value. */

import { isOnOurTables, redactStatement } from './redact-statements';

export function isUniqueViolation(error: unknown): boolean {
  const { code, errno } = (error ?? {}) as { code?: unknown; errno?: unknown };
  const isSqlite = typeof code === 'string' && /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code);
  const isPostgres = code === '23505';
  const isMysql = code === 'ER_DUP_ENTRY' || errno === 1062;
  return isSqlite || isPostgres || isMysql;
}

/** Which of a row's unique columns was taken: each database says so in its own words. */
export function violates(error: unknown, column: string): boolean {
  const { message, constraint } = error as { message?: string; constraint?: string };
  return `${redactStatement(message ?? '')} ${constraint ?? ''}`.includes(column);
}

/**
 * For whoever collects errors: a driver's own has the statement with its values in it. Others are
 * left as they are.
 */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Error) || !isOnOurTables(error.message)) return error;
  const { code } = error as { code?: unknown };
  const plain = Object.assign(new Error(redactStatement(error.message)), { code });
  plain.stack = redactStatement(error.stack ?? '');
  return plain;
}
