import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

interface Config {
  forbidden: (IForbiddenRuleType & { name: string })[];
  options: { tsPreCompilationDeps: boolean };
}

const require = createRequire(import.meta.url);
const boundaries = require('../../.dependency-cruiser.cjs') as Config;
const cycles = require('../../.dependency-cruiser.cycles.cjs') as Config;
const { SERVER_LAYERS, PANEL_FEATURES } = require('../../tools/rooms.cjs') as {
  SERVER_LAYERS: string[][];
  PANEL_FEATURES: string[];
};

type Import = [from: string, to: string, kind?: string];

const isFile = (name: string) => /\.tsx?$/.test(name);

/** The line that imports `to`, which is a file or a package. */
function lineOf([from, to, kind = 'import']: Import): string {
  const way = path.relative(path.dirname(from), to).replace(/\.tsx?$/, '');
  const target = !isFile(to) ? to : way.startsWith('.') ? way : `./${way}`;
  return `${kind} { given } from '${target}';\n`;
}

/** Writes these imports to an otherwise empty folder, and returns those that break a rule. */
async function violations(imports: Import[], { forbidden, options }: Config): Promise<string[]> {
  const tree = mkdtempSync(path.join(tmpdir(), 'share-links-rooms-'));
  const write = (file: string, line: string) => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    appendFileSync(path.join(tree, file), line);
  };
  try {
    for (const line of imports) {
      const [from, to] = line;
      write(from, lineOf(line));
      if (isFile(to)) write(to, '');
      // A file must use what it imports; otherwise the compiler removes the import.
      write(from, 'export { given };\n');
    }
    const { output } = await cruise(['.'], {
      ...options,
      baseDir: tree,
      validate: true,
      ruleSet: { forbidden },
    });
    const broken = (output as ICruiseResult).summary.violations;
    return broken.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** Every room except the lowest, imported from the layer below it. */
const upwards = SERVER_LAYERS.slice(0, -1).flatMap((rooms, layer) =>
  rooms.map((room): [string, ...Import] => [
    `server-${room}`,
    `server/src/${room}/lower.ts`,
    `server/src/${SERVER_LAYERS[layer + 1]![0]}/higher.ts`,
  ])
);

/** `settings` and `comments` may import no other feature. */
const sideways = PANEL_FEATURES.map((feature): [string, ...Import] => [
  `panel-${feature}`,
  `admin/src/${feature}/Mine.tsx`,
  `admin/src/${feature === 'settings' ? 'comments' : 'settings'}/Theirs.tsx`,
]);

const FORBIDDEN: [rule: string, ...Import][] = [
  ...upwards,
  ['server-public', 'server/src/public/open.ts', 'server/src/register.ts'],
  ['server-messages', 'server/src/messages/send.ts', 'server/src/portal/list.ts'],
  ['server-http', 'server/src/http/headers.ts', 'server/src/limits/count-attempts.ts'],
  ['server-page', 'server/src/page/page.tsx', 'server/src/content/open-content.ts'],
  ['server-files-stand-in-rooms', 'server/src/stray.ts', 'server/src/core/errors.ts'],
  ['server-files-stand-in-rooms', 'server/src/unknown/a.ts', 'server/src/core/errors.ts'],
  ['content-without-requests', 'server/src/content/show-entry.ts', 'koa'],
  ['content-without-requests', 'server/src/content/show-entry.ts', 'server/src/http/paths.ts'],
  ['access-without-react', 'server/src/access/refusal.ts', 'react'],
  ['access-without-react', 'server/src/access/refusal.ts', 'server/src/access/words.tsx'],
  ['page-without-strapi', 'server/src/page/page.tsx', '@strapi/utils'],
  ['page-without-koa', 'server/src/page/page.tsx', 'koa'],
  ['page-without-rows-and-secrets', 'server/src/page/page.tsx', 'server/src/core/keys.ts'],
  [
    'page-without-rows-and-secrets',
    'server/src/page/page.tsx',
    'server/src/links/store/link-rows.ts',
  ],
  [
    'rows-stay-with-links-and-access',
    'server/src/public/open.ts',
    'server/src/links/store/link-schema.ts',
    'import type',
  ],
  [
    'secrets-stay-with-links-and-access',
    'server/src/public/open.ts',
    'server/src/core/encryption.ts',
  ],
  ['secrets-stay-with-links-and-access', 'server/src/visits/record.ts', 'bcryptjs'],
  ['anchors-know-no-comments', 'server/src/comments/anchor/carry.ts', 'contracts/comments.ts'],
  ['islands-take-types-only', 'server/src/islands/index.ts', 'server/src/page/filters.tsx'],
  ...sideways,
  ['panel-site', 'admin/src/site/SitePage.tsx', 'admin/src/links/card/ShareCard.tsx'],
  ['panel-files-stand-in-rooms', 'admin/src/stray.ts', 'admin/src/ui/Notice.tsx'],
  ['panel-shared-knows-no-feature', 'admin/src/ui/Notice.tsx', 'admin/src/links/api.ts'],
  ['admin-without-server', 'admin/src/index.ts', 'server/src/core/errors.ts'],
  ['admin-without-schemas', 'admin/src/links/api.ts', 'contracts/link-schemas.ts'],
  ['server-without-admin', 'server/src/core/errors.ts', 'admin/src/api.ts'],
  ['contracts-import-nobody', 'contracts/links.ts', 'server/src/core/errors.ts'],
  ['contracts-import-nobody', 'contracts/links.ts', '@strapi/utils', 'import type'],
  ['schemas-import-only-zod', 'contracts/link-schemas.ts', 'koa'],
  ['client-knows-contracts-only', 'client/link.ts', 'crypto'],
  ['client-knows-contracts-only', 'client/link.ts', 'server/src/core/errors.ts', 'import type'],
  ['product-without-tests', 'server/src/core/errors.ts', 'test/support/paths.ts'],
];

describe('a forbidden import breaks its rule:', () => {
  let broken: string[];
  beforeAll(async () => {
    broken = await violations(
      FORBIDDEN.map(([, ...line]) => line),
      boundaries
    );
  });

  it.each(FORBIDDEN)('%s: %s imports %s', (rule, from, to) => {
    expect(broken).toContain(`${rule}: ${from} imports ${to}`);
  });

  it('no-cycle-of-values: two files import each other', async () => {
    const cycle: Import[] = [
      ['server/src/links/a.ts', 'server/src/links/b.ts'],
      ['server/src/links/b.ts', 'server/src/links/a.ts'],
    ];
    expect((await violations(cycle, cycles))[0]).toMatch(/^no-cycle-of-values: /);
  });

  it('every rule has a case in this list', () => {
    const proven = [...FORBIDDEN.map(([rule]) => rule), 'no-cycle-of-values'];
    const all = [...boundaries.forbidden, ...cycles.forbidden].map(({ name }) => name);
    expect(all.filter((name) => !proven.includes(name))).toEqual([]);
  });
});

const ALLOWED: Import[] = [
  ['server/src/register.ts', 'server/src/core/encryption.ts'],
  ['server/src/public/open.ts', 'server/src/access/resolve.ts'],
  ['server/src/access/resolve.ts', 'server/src/links/store/link-schema.ts', 'import type'],
  ['server/src/content/show-entry.ts', 'contracts/shown.ts', 'import type'],
  ['server/src/page/blocks.tsx', 'server/src/content/urls.ts'],
  ['server/src/page/blocks.tsx', '@strapi/blocks-react-renderer'],
  ['server/src/islands/filters.ts', 'server/src/page/filters.tsx', 'import type'],
  ['admin/src/site/SitePage.tsx', 'admin/src/links/link/LinkName.tsx'],
  ['admin/src/links/card/ShareCard.tsx', 'admin/src/share-policy/PolicyNotice.tsx'],
  ['admin/src/settings/SettingsPage.tsx', 'admin/src/ui/Notice.tsx'],
  ['contracts/link-schemas.ts', '@strapi/utils'],
  ['client/link.ts', 'contracts/shown.ts', 'import type'],
];

describe('an allowed import breaks no rule:', () => {
  it('from lower rooms, shared parts and contracts', async () => {
    expect(await violations(ALLOWED, boundaries)).toEqual([]);
  });

  it('in a cycle of types, or in the cycle of components that draw each other', async () => {
    const allowed: Import[] = [
      ['server/src/links/a.ts', 'server/src/links/b.ts', 'import type'],
      ['server/src/links/b.ts', 'server/src/links/a.ts', 'import type'],
      ['server/src/page/fields/c.tsx', 'server/src/page/fields/d.tsx'],
      ['server/src/page/fields/d.tsx', 'server/src/page/fields/c.tsx'],
    ];
    expect(await violations(allowed, cycles)).toEqual([]);
  });
});
