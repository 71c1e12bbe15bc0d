import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/**
 * Files about what no database decides: addresses, headers, files, mails, rights, refusals,
 * configuration, packages and documents. On other databases than SQLite they would only repeat
 * themselves.
 */
const WITHOUT_DATABASE = [
  'test/api/{assets,base-path,client,compression,configuration-start,conflicts,cors}.test.ts',
  'test/api/{crawlers,demo,fetchers,field-labels,file-access,files,looks,openapi}.test.ts',
  'test/api/{package,password,programs,refresh,reload,samples,typed-passwords}.test.ts',
  'test/api/site-status*.test.ts',
  'test/security/{answers,closed,cross-origin,files,framing,head,least-rights}.test.ts',
  'test/security/{limits,limits-load,mails,oracle,passwords,prefix,rights,routes}.test.ts',
  'test/security/{scope,sign-in-line,site-middlewares,standstill,unseen,visitors}.test.ts',
];

/** Files that take minutes. They start first, so that none of them is the last to run alone. */
const LONG = [
  'api/what-opens',
  'api/samples',
  'security/least-rights',
  'security/closed',
  'browser/public-page',
];

class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((name) => moduleId.endsWith(`/test/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const isSqlite = (process.env.TEST_DATABASE ?? 'sqlite') === 'sqlite';

/**
 * Suites that boot a real Strapi: each file has an app and a database of its own. Files share two
 * processes, because loading Strapi takes longer than many a test.
 */
const onStrapi = (name: string) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    exclude: isSqlite ? [] : WITHOUT_DATABASE,
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks' as const,
    isolate: false,
    testTimeout: name === 'browser' ? 120_000 : 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    // A file waits more than it computes. Vitest reads these for all projects together.
    maxWorkers: 2,
    minWorkers: 1,
    sequence: { sequencer: LongFilesFirst },
    // Strapi logs every request; what a failing test logged is worth reading.
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
      },
      onStrapi('api'),
      onStrapi('security'),
      onStrapi('browser'),
      {
        test: {
          name: 'installs',
          include: ['test/installs/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 480_000,
          hookTimeout: 600_000,
        },
      },
      // Figures, not tests: `npm run bench`.
      onStrapi('bench'),
    ],
  },
});
