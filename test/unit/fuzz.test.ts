import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { updateLinkSchema } from '../../contracts/link-schemas';
import { SLUG_MAX_LENGTH, SLUG_MIN_LENGTH, SLUG_PATTERN } from '../../contracts/links';
import { pathTree } from '../../server/src/schema/paths';
import type { PathTree } from '../../server/src/schema/paths';
import { Refused } from '../../server/src/core/errors';
import { hashToken, hintOf, mintToken, parseToken } from '../../server/src/links/rules/token';
import { storedSettingsSchema, SETTING_NAMES } from '../../server/src/settings/schema';
import { validate } from '../../server/src/core/validation';
import { asciiName, safeName, uniqueNames } from '../../server/src/public/files/names';
import { parseRange } from '../../server/src/public/files/range';
import { runs } from '../support/fuzz';

const RUNS = runs(500);

/** Any text, also with half surrogates and control characters. */
const anyText = fc.string({ unit: 'binary', maxLength: 400 });

/** Bad input must throw a `Refused`; any other error is a bug of the plugin. */
function refusalOf(work: () => unknown): Refused | null {
  try {
    work();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    return error as Refused;
  }
}

describe('a token', () => {
  it('is parsed to itself or to null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), anyText), (value) => {
        const token = parseToken(value);
        expect(token === null || token === value).toBe(true);
      }),
      RUNS
    );
  });

  it('of 192 bits is unchanged when it is written into an address and read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), (bytes) => {
        const token = Buffer.from(bytes).toString('base64url');
        const url = new URL(`https://cms.example.com/share/${token}`);
        expect(parseToken(url.pathname.split('/').pop())).toBe(token);
        expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
        expect(token.startsWith(hintOf(token))).toBe(true);
      }),
      RUNS
    );
  });

  it('is refused when one of its characters is replaced by one of another kind', () => {
    const foreign = anyText.filter((text) => text !== '' && !/^[\w-]$/.test(text));
    fc.assert(
      fc.property(foreign, fc.nat(31), (text, at) => {
        const token = mintToken();
        expect(parseToken(token.slice(0, at) + text + token.slice(at + 1))).toBeNull();
      }),
      RUNS
    );
  });
});

describe('a slug', () => {
  const slugOf = (slug: unknown) =>
    (validate(updateLinkSchema, { slug }) as { slug?: string | null }).slug;

  it('is accepted unchanged, or refused by name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), anyText), (value) => {
        const refused = refusalOf(() => {
          const slug = slugOf(value);
          if (slug === null || slug === undefined) return expect(slug).toBe(value);
          expect(slug).toBe(value);
          expect(slug).toMatch(SLUG_PATTERN);
          expect(encodeURIComponent(slug)).toBe(slug);
        });
        if (refused)
          expect(JSON.stringify(refused.details) + refused.message).toMatch(/slug|change/);
      }),
      RUNS
    );
  });

  it('with allowed characters and length is accepted', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const slugs = fc
      .array(part, { minLength: 2, maxLength: 6 })
      .map((parts) => parts.join('-'))
      .filter(({ length }) => length >= SLUG_MIN_LENGTH && length <= SLUG_MAX_LENGTH);
    fc.assert(
      fc.property(slugs, (slug) => {
        expect(slugOf(slug)).toBe(slug);
      }),
      RUNS
    );
  });
});

describe('a choice of fields', () => {
  const paths = ['title', 'owner.name', 'owner.phone', 'rooms(house.room).size', 'papers(title)'];
  const names = fc.oneof(
    fc.constantFrom(...paths),
    fc.constantFrom('__proto__', '__proto__.polluted', 'constructor.prototype.polluted', 'owner.'),
    anyText
  );
  const leavesOf = (tree: PathTree): number =>
    Object.values(tree).reduce(
      (sum: number, node) => sum + (node === true ? 1 : leavesOf(node)),
      0
    );

  it('becomes a tree with no extra leaves, and changes no other object', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 8 }), (chosen) => {
        expect(leavesOf(pathTree(chosen))).toBeLessThanOrEqual(new Set(chosen).size);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      RUNS
    );
    expect(leavesOf(pathTree(paths))).toBe(paths.length);
  });
});

describe('settings', () => {
  const wellNamed = fc.dictionary(
    fc.constantFrom(...SETTING_NAMES),
    fc.oneof(
      fc.anything(),
      fc.constantFrom(null, true, 1, 0, -1, 8.5, 'never', 'uniform', '', '#4945ff', {}, []),
      fc.dictionary(
        fc.constantFrom('address', 'retentionDays', 'name', 'color', 'readsPerMinute', '__proto__'),
        fc.oneof(fc.integer(), anyText, fc.constant(null))
      )
    )
  );

  it('are stored as they are, or refused with a message', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), wellNamed), (value) => {
        const refused = refusalOf(() => {
          const stored = validate(storedSettingsSchema, value);
          expect(validate(storedSettingsSchema, stored)).toEqual(stored);
          expect(SETTING_NAMES).toEqual(expect.arrayContaining(Object.keys(stored)));
          expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
        });
        if (refused) expect(refused.message).not.toBe('');
      }),
      RUNS
    );
  });

  it('for addresses accept only web addresses', () => {
    const nearlyAddresses = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc
        .tuple(fc.constantFrom('javascript:', 'data:', 'https://', 'http://a@', '//'), anyText)
        .map((parts) => parts.join(''))
    );
    fc.assert(
      fc.property(nearlyAddresses, (publicUrl) => {
        refusalOf(() => {
          const stored = validate(storedSettingsSchema, { publicUrl });
          const url = new URL(stored.publicUrl!);
          expect(['http:', 'https:']).toContain(url.protocol);
          expect(url.username + url.password + url.search + url.hash).toBe('');
        });
      }),
      RUNS
    );
  });
});

describe('the name of a file', () => {
  const extension = fc.oneof(fc.constantFrom('.pdf', '.PNG', '', '.tar.gz', '..', './a'), anyText);
  const nearlyNames = fc.oneof(
    anyText,
    fc
      .array(fc.constantFrom('..', '/', '\\', 'con', '.', ' ', 'ä', '\u202e', '"', '\r\n', 'a'))
      .map((parts) => parts.join(''))
  );

  it('is safe in a header, an archive and a folder, and does not change again', () => {
    fc.assert(
      fc.property(nearlyNames, extension, (name, ending) => {
        const safe = safeName(name, ending);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*%]/u);
        expect(safe).not.toMatch(/^[\s.]|[\s.]$/);
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(safe).not.toBe('');
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
        expect(safeName(safe, ending)).toBe(safe);
        expect(decodeURIComponent(encodeURIComponent(safe))).toBe(safe);
      }),
      RUNS
    );
  });

  it('has a plain form with the same ending', () => {
    fc.assert(
      fc.property(nearlyNames, (name) => {
        const safe = safeName(name, '.pdf');
        expect(asciiName(safe)).toMatch(/^[\x20-\x7e]+\.pdf$/);
      }),
      RUNS
    );
  });

  it('occurs only once in an archive', () => {
    const few = fc.constantFrom('a.pdf', 'A.pdf', 'a (2).pdf', 'a', 'ａ.pdf', 'b.pdf');
    fc.assert(
      fc.property(fc.array(few, { maxLength: 20 }), (names) => {
        const unique = uniqueNames();
        const given = names.map((name) => unique(name).normalize('NFKC').toLowerCase());
        expect(new Set(given).size).toBe(names.length);
      }),
      RUNS
    );
  });
});

describe('a requested part of a file', () => {
  it('lies within the file', () => {
    const bounds = fc.oneof(fc.constant(''), fc.nat().map(String), anyText);
    fc.assert(
      fc.property(bounds, bounds, fc.nat(2 ** 31), (first, last, size) => {
        const range = parseRange(`bytes=${first}-${last}`, size);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
      RUNS
    );
  });
});
