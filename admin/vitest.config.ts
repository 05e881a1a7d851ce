// How are the pages' tests run? Like the server's; the build's own configuration has no say in them.
import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['test/**/*.test.ts'] } })
