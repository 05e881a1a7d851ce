// Does the test command count rightly? A miscount would hide every other fault.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const COMMAND = new URL('../../bin/suite.mjs', import.meta.url).href
const SAMPLE = fileURLToPath(new URL('./sample', import.meta.url))

function countSample(): unknown {
  const program = `import { runSuite } from ${JSON.stringify(COMMAND)}
    const outcome = await runSuite(${JSON.stringify(SAMPLE)}, [])
    process.stdout.write('\\n' + JSON.stringify(outcome))
    process.exit(0)`
  const env = { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined }
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8', env, cwd: SAMPLE })
  return JSON.parse(run.stdout.split('\n').at(-1) ?? '')
}

it('counts passed, failed and skipped tests, a broken file as failed, and tells why one was skipped', { timeout: 120_000 }, () => {
  expect(countSample()).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
    skips: [{ test: 'skips.case.ts > wants a moon', reason: 'there is no moon tonight' }],
  })
})
