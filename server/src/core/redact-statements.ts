/** How the statements begin in which values stand. */
const STATEMENT = /\b(?:select|insert into|update|delete from)\b/i;
/** Names of the plugin's tables, and columns that databases name without their table. */
const OURS = /\bshare_link|\btoken_(?:hash|cipher)|\bpassword_(?:hash|cipher)/i;
/** SHA-256 in hex, bcrypt, and a cipher of Strapi's encryption. */
const STORED = /\b[0-9a-f]{64}\b|\$2[aby]\$\d\d\$[./\w]+|\bv1:[0-9a-f]+:[0-9a-f:]+/gi;

/** Whether a text speaks of the plugin's part of the database. */
export function isOnOurTables(text: string): boolean {
  return OURS.test(text);
}

/**
 * Leaves of a failed statement what the database says of it. The driver's own message begins with
 * the statement, in which hashes, ciphers, names and visitors' addresses stand.
 */
export function redactStatement(text: string): string {
  if (!isOnOurTables(text)) return text;
  // Names of folders in a trace may have dashes as well.
  const trace = text.indexOf('\n    at ');
  const message = trace < 0 ? text : text.slice(0, trace);
  const start = message.search(STATEMENT);
  const end = message.lastIndexOf(' - ');
  const isFound = start >= 0 && isOnOurTables(message.slice(start, Math.max(start, end)));
  const rest = isFound ? `${text.slice(0, start)}…${text.slice(end)}` : text;
  return rest.replace(STORED, '…');
}
