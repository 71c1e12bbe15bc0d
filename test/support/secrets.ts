/** Names of columns that no answer may ever hold. */
const SECRET_NAMES = [
  'tokenHash',
  'tokenCipher',
  'token_hash',
  'token_cipher',
  'singleKey',
  'single_key',
  'passwordHash',
  'passwordCipher',
];

/** What a cipher of Strapi's encryption, a bcrypt hash and a SHA-256 in hex look like. */
const SECRET_SHAPES: [string, RegExp][] = [
  ['a cipher', /\bv1:[0-9a-f]{16,}:/i],
  ['a bcrypt hash', /\$2[aby]\$\d\d\$/],
  ['a SHA-256', /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i],
];

/** Why a body must not have been sent; null for a clean one. */
export function secretIn(body: string, privateValues: string[]): string | null {
  for (const name of SECRET_NAMES) {
    if (body.includes(name)) return `the column ${name}`;
  }
  for (const [what, shape] of SECRET_SHAPES) {
    if (shape.test(body)) return what;
  }
  const leaked = privateValues.find((value) => body.includes(value));
  return leaked ? `the private value "${leaked}"` : null;
}
