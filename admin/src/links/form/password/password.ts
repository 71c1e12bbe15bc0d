type PasswordStrength = 'weak' | 'fair' | 'good' | 'strong';

/** Leaves out letters and digits that look alike: i l o 0 1. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 4;
const MIN_GROUPS = 4;
/** Higher bytes would make some characters more likely than others. */
const UNBIASED_BELOW = 256 - (256 % READABLE.length);

type FillRandom = (bytes: Uint8Array) => Uint8Array;
const fromBrowser: FillRandom = (bytes) => crypto.getRandomValues(bytes);

/** Counts bytes of UTF-8, as bcrypt does. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Generates a password that can be read out on the phone: `hk7m-w3px-9rfd-ctq4`. */
export function generatePassword(minLength: number, fillRandom: FillRandom = fromBrowser): string {
  const groups = Math.max(MIN_GROUPS, Math.ceil((minLength + 1) / (GROUP + 1)));
  const characters: string[] = [];
  while (characters.length < groups * GROUP) {
    for (const byte of fillRandom(new Uint8Array(groups * GROUP))) {
      if (byte < UNBIASED_BELOW) characters.push(READABLE[byte % READABLE.length] ?? '');
    }
  }
  return Array.from({ length: groups }, (_, group) =>
    characters.slice(group * GROUP, (group + 1) * GROUP).join('')
  ).join('-');
}

/** Estimates from length and variety how hard a password is to guess. */
export function passwordStrength(password: string): PasswordStrength {
  const bits = new Set(password).size < 4 ? 0 : password.length * Math.log2(variety(password));
  if (bits < 40) return 'weak';
  if (bits < 60) return 'fair';
  if (bits < 80) return 'good';
  return 'strong';
}

function variety(password: string): number {
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[^a-zA-Z0-9]/, 20],
  ];
  return kinds.reduce((sum, [kind, size]) => (kind.test(password) ? sum + size : sum), 0);
}
