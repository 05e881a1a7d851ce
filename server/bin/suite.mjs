// What did one workspace's tests say? Vitest runs them and reports as usual; this counts, and collects why tests were skipped.
import { startVitest } from 'vitest/node'

/** @returns {Promise<{passed: number, failed: number, skipped: number, skips: {test: string, reason: string}[]}>} */
export async function runSuite(folder, wanted) {
  const outcome = { passed: 0, failed: 0, skipped: 0, skips: [] }
  // Colours and cursor movements would only litter a log.
  const vitest = await startVitest('test', wanted, { root: folder, watch: false, passWithNoTests: true, reporters: ['default'] })
  for (const module of vitest.state.getTestModules()) count(module, outcome)
  // An error outside any test fails the run, as does a file that could not be loaded.
  outcome.failed += vitest.state.getUnhandledErrors().length
  await vitest.close()
  return outcome
}

function count(module, outcome) {
  let tests = 0
  for (const test of module.children.allTests()) {
    tests += 1
    const result = test.result()
    if (result.state === 'passed' || result.state === 'failed') outcome[result.state] += 1
    else {
      outcome.skipped += 1
      outcome.skips.push({ test: `${module.relativeModuleId} > ${test.fullName}`, reason: result.note ?? 'no reason given' })
    }
  }
  const broken = module.errors().length + [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length
  if (broken > 0 || tests === 0) outcome.failed += Math.max(broken, 1)
}
