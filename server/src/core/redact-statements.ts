/** The first words of statements that contain values. */
const STATEMENT = /\b(?:select|insert into|update|delete from)\b/i;
/** The plugin's tables, and columns that databases name without their table. */
const OURS = /\bshare_link|\btoken_(?:hash|cipher)|\bpassword_(?:hash|cipher)/i;
/** A SHA-256 hash in hex, a bcrypt hash, or a cipher of Strapi's encryption. */
const STORED = /\b[0-9a-f]{64}\b|\$2[aby]\$\d\d\$[./\w]+|\bv1:[0-9a-f]+:[0-9a-f:]+/gi;

/** Returns true if a text mentions the plugin's tables or columns. */
export function isOnOurTables(text: string): boolean {
  return OURS.test(text);
}

/**
 * Removes the statement from an error message and keeps the database's own words. The statement can
 * contain hashes, ciphers, names and visitors' IP addresses.
 */
export function redactStatement(text: string): string {
  if (!isOnOurTables(text)) return text;
  // Folder names in a stack trace can also contain dashes.
  const trace = text.indexOf('\n    at ');
  const message = trace < 0 ? text : text.slice(0, trace);
  const start = message.search(STATEMENT);
  const end = message.lastIndexOf(' - ');
  const isFound = start >= 0 && isOnOurTables(message.slice(start, Math.max(start, end)));
  const rest = isFound ? `${text.slice(0, start)}…${text.slice(end)}` : text;
  return rest.replace(STORED, '…');
}
