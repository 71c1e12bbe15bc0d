import { ERROR_STATUS } from '../../contracts/errors';

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

/** The shape of a secret that a text holds, or null. */
const shapeIn = (text: string): string | null =>
  SECRET_SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? null;

/** Why a body must not have been sent; null for a clean one. */
export function secretIn(body: string, privateValues: string[]): string | null {
  for (const name of SECRET_NAMES) {
    if (body.includes(name)) return `the column ${name}`;
  }
  const shape = shapeIn(body);
  if (shape) return shape;
  const leaked = privateValues.find((value) => body.includes(value));
  return leaked ? `the private value "${leaked}"` : null;
}

/** Shorter ones are words that stand in texts anyway. */
const PASSWORD_MIN = 8;

interface Exchange {
  method: string;
  path: string;
  status: number;
  /** What was sent, as parsed. */
  request: unknown;
  answer: string;
  cookies: string[];
}

/** Remembers every token, password and proof that is used, to look for them where none may be. */
export function secretWatch() {
  const tokens = new Set<string>();
  const others = new Set<string>();
  const inErrors: string[] = [];

  return {
    see({ method, path, status, request, answer, cookies }: Exchange): void {
      for (const token of tokensIn(path)) tokens.add(token);
      for (const token of tokensIn(urlsIn(answer))) tokens.add(token);
      for (const password of passwordsIn(request)) others.add(password);
      const proof = /"unlockToken":"([^"]+)"/.exec(answer)?.[1];
      const fromCookies = cookies.map((cookie) => /^share-[a-z]+=([^;]{8,})/.exec(cookie)?.[1]);
      for (const value of [proof, ...fromCookies]) if (value) others.add(value);
      if (status < 400) return;
      // The forms of a link that asks again are sent to the link.
      const isForm = [400, 401].includes(status) && !answer.startsWith('{');
      const own = isForm ? tokensIn(path) : [];
      const told = own.reduce((text, token) => text.replaceAll(token, ''), answer);
      if (holdsOne(told)) inErrors.push(`${method} ${path} refused with: ${answer}`);
    },

    /** Where one of them was found, or a hash: in the body of an error, or in a log line. */
    found(logs: string[]): string[] {
      const isSecret = (line: string) => holdsOne(line) || shapeIn(line) !== null;
      return [...logs.filter(isSecret).map((line) => `logged: ${line}`), ...inErrors];
    },

    /** How many are looked for, so that a test can tell that there are any. */
    count: () => tokens.size + others.size,
  };

  function holdsOne(text: string): boolean {
    for (const [run] of text.matchAll(/[\w-]{32,}/g)) {
      for (let at = 0; at + 32 <= run.length; at += 1) {
        if (tokens.has(run.slice(at, at + 32))) return true;
      }
    }
    return [...others].some((secret) => text.includes(secret));
  }
}

/** For the end of a suite: nothing that was found is forgiven. */
export function refuseSecrets(found: string[]): void {
  if (found.length > 0) throw new Error(`Secrets got out:\n${found.join('\n')}`);
}

const tokensIn = (text: string): string[] =>
  [...text.matchAll(/\/(?:share|public)\/([\w-]{32})(?![\w-])/g)].map(([, token]) => token!);

const urlsIn = (answer: string): string =>
  [...answer.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url).join(' ');

function passwordsIn(request: unknown): string[] {
  const { password, data } = (request ?? {}) as { password?: unknown; data?: unknown };
  const given = [password, (data as { password?: unknown } | null | undefined)?.password];
  return given.filter(
    (value): value is string =>
      typeof value === 'string' && value.length >= PASSWORD_MIN && !(value in ERROR_STATUS)
  );
}
