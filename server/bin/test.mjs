// Does everything hold? Builds, checks types, lint and the API description, runs both test suites, names every
// skipped test with its reason, and closes with one line: `N passed, N failed, N skipped`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { ensureBuilt, ROOT } from './build.mjs'
import { runChecks } from './checks.mjs'
import { runSuite } from './suite.mjs'

async function main() {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  const skips = []
  const wanted = process.argv.slice(2)
  try {
    ensureBuilt()
    add(tally, wanted.length > 0 ? {} : runChecks())
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    add(tally, { failed: 1 })
  }
  const browser = existsSync(join(ROOT, 'admin/test/browser')) ? findBrowser() : undefined
  if (browser !== undefined) process.env.COPYDESK_BROWSER = browser
  for (const workspace of ['server', 'admin']) {
    if (!existsSync(join(ROOT, workspace, 'vitest.config.ts'))) continue
    const suite = await runSuite(join(ROOT, workspace), wanted)
    add(tally, suite)
    skips.push(...suite.skips)
  }
  for (const skip of skips) process.stdout.write(`skipped: ${skip.test}: ${skip.reason}\n`)
  return finish(tally)
}

function add(tally, more) {
  for (const key of Object.keys(tally)) tally[key] += more[key] ?? 0
}

function finish({ passed, failed, skipped }) {
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`, () => {
    process.exit(failed > 0 || passed === 0 ? 1 : 0)
  })
}

await main()
