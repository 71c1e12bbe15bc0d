import { defineConfig } from 'vitest/config';

/** Suites that boot a real Strapi: each file has a process and a database of its own. */
const onStrapi = (name: string) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks' as const,
    testTimeout: name === 'browser' ? 120_000 : 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    // A file waits more than it computes. Vitest reads these for all projects together.
    maxWorkers: 2,
    minWorkers: 1,
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
