// How are the pages' tests run? Like the server's; the build's own configuration has no say in them.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Each file starts a browser and a service of its own, and mostly waits for them: three at a time, and with time for a slow machine.
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // What a page or the service comes to in its own time, it may come to on a slow machine.
    expect: { poll: { timeout: 20_000 } },
  },
})
