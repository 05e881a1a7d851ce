// A suite of few files that the test command is tried on; the cases are no tests of the project.
import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['*.case.ts'], pool: 'forks', maxWorkers: 1 } })
