// Is a child judged by its work, and not by a busy machine?
import { expect, it } from 'vitest'
import { processorSeconds, residentBytes, secondsLeft } from '../../src/isolate/watch.ts'

it('gives a child its seconds of work, twice as many of waiting', () => {
  expect(secondsLeft(20, 5, 12)).toBe(15)
  expect(secondsLeft(20, 0.1, 39)).toBe(1)
  expect(secondsLeft(20, 20, 21)).toBe(0)
  expect(secondsLeft(20, undefined, 12)).toBe(8)
})

it('reads memory and processor time from the kernel where that tells', (context) => {
  context.skip(process.platform !== 'linux', 'only Linux has /proc')
  expect(residentBytes(process.pid) / process.memoryUsage.rss()).toBeCloseTo(1, 0)
  const { user, system } = process.cpuUsage()
  expect(processorSeconds(process.pid)).toBeCloseTo((user + system) / 1e6, 0)
  expect(processorSeconds(2 ** 22 + 1)).toBeUndefined()
  expect(residentBytes(2 ** 22 + 1)).toBe(0)
})
