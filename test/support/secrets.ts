import { ERROR_STATUS } from '../../contracts/errors';

/** Names of columns that no answer may ever contain. */
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

/** The shapes of a cipher of Strapi, a bcrypt hash and a SHA-256 in hex. */
const SECRET_SHAPES: [string, RegExp][] = [
  ['a cipher', /\bv1:[0-9a-f]{16,}:/i],
  ['a bcrypt hash', /\$2[aby]\$\d\d\$/],
  ['a SHA-256', /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i],
];

/** The kind of secret that a text contains, or null. */
const shapeIn = (text: string): string | null =>
  SECRET_SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? null;

/** The reason why this body may not be sent, or null if it is clean. */
export function secretIn(body: string, privateValues: string[]): string | null {
  for (const name of SECRET_NAMES) {
    if (body.includes(name)) return `the column ${name}`;
  }
  const shape = shapeIn(body);
  if (shape) return shape;
  const leaked = privateValues.find((value) => body.includes(value));
  return leaked ? `the private value "${leaked}"` : null;
}

/** Shorter passwords could be ordinary words in a text. */
const PASSWORD_MIN = 8;

interface Exchange {
  method: string;
  path: string;
  status: number;
  /** The parsed body of the request. */
  request: unknown;
  answer: string;
  cookies: string[];
}

/** Remembers every token, password and proof that is used, and finds them in the wrong places. */
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
      // The form for a new try contains the address of its link.
      const isForm = [400, 401].includes(status) && !answer.startsWith('{');
      const own = isForm ? tokensIn(path) : [];
      const told = own.reduce((text, token) => text.replaceAll(token, ''), answer);
      if (holdsOne(told)) inErrors.push(`${method} ${path} refused with: ${answer}`);
    },

    /**
     * Places where one of them, or a hash, was found: in the body of an error, or in a log line.
     */
    found(logs: string[]): string[] {
      const isSecret = (line: string) => holdsOne(line) || shapeIn(line) !== null;
      return [...logs.filter(isSecret).map((line) => `logged: ${line}`), ...inErrors];
    },

    /** The number of remembered secrets, so that a test can check that there are some. */
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

/** Ends a suite: fails if any secret was found. */
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
