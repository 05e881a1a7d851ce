// How are the server's tests run? In forked processes, so that a native crash names its file.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Modules are loaded once a process: they keep nothing between tests but what a test made and ends.
    isolate: false,
    // Many wait for a process that they ended or an engine that is away: one more than the smallest machine has cores.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
