// Which checks are not tests? Types, lint with import cycles, and that the written API description is the generated one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ROOT } from './build.mjs'

const require = createRequire(import.meta.url)

const CHECKS = [
  { name: 'types of the server and its tests', tool: 'typescript', script: 'bin/tsc', options: ['-p', 'server/test'], needs: 'server/test/tsconfig.json' },
  { name: 'types of the pages', tool: 'typescript', script: 'bin/tsc', options: ['-p', 'admin'], needs: 'admin/tsconfig.json' },
  { name: 'lint and import cycles', tool: '@biomejs/biome', script: 'bin/biome', options: ['lint', '--error-on-warnings', '.'], needs: '.biome.json' },
]

/** Prints each check with its outcome. */
export function runChecks() {
  const outcome = { passed: 0, failed: 0, skipped: 0 }
  for (const check of CHECKS.filter(({ needs }) => existsSync(join(ROOT, needs)))) {
    const script = join(dirname(require.resolve(`${check.tool}/package.json`)), check.script)
    const run = spawnSync(process.execPath, [script, ...check.options], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    const passed = run.status === 0
    outcome[passed ? 'passed' : 'failed'] += 1
    process.stdout.write(`${passed ? 'passed' : 'FAILED'}: ${check.name}\n${passed ? '' : `${run.stdout}${run.stderr}\n`}`)
  }
  return outcome
}
