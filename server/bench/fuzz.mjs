// How many damaged files do the readers survive? The fuzz test with far more mutants than a test run has time for.
// `npm run fuzz -w server -- 2000 1`: mutants a format, number of the first. Needs a build.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [mutants = '1000', first = '1'] = process.argv.slice(2)
const run = spawnSync('npx', ['vitest', 'run', 'test/hostile/fuzz.test.ts'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, FUZZ_MUTANTS: mutants, FUZZ_FIRST: first },
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
