// How are the pages' tests run? Like the server's; the build's own configuration has no say in them.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A browser and a service are started: one after the other, and with time for a slow machine.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
})
