import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Displays of which each takes one window's tests; without any the tests of windows run one after the other. */
const displays = process.env.LEAD_INSPECTOR_TEST_DISPLAYS?.split(',') ?? []

const alias = { '@shared': resolve('src/shared'), '@resources': resolve('resources') }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/helpers/own-display.ts'],
          maxWorkers: Math.max(displays.length, 1),
          // After the others, which take every core.
          sequence: { groupOrder: 1 },
          // A window on a busy machine needs more than the second that is usual.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
