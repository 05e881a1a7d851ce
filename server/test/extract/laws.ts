// Which laws hold for every page? Nothing lost, nothing made up; and time that grows with the text.
import { expect } from 'vitest'
import type { Page } from '../../src/domain/page.ts'

/** Blocks are the page's text to the letter, in order, without overlap, and all of it but white space. */
export function expectCovered(page: Page): void {
  let end = 0
  for (const block of page.blocks) {
    expect(block.span.begin).toBeGreaterThanOrEqual(end)
    expect(page.text.slice(end, block.span.begin).trim()).toBe('')
    expect(page.text.slice(block.span.begin, block.span.end)).toBe(block.text)
    end = block.span.end
  }
  expect(page.text.slice(end).trim()).toBe('')
}

/** Texts of about `size` units that are hard on careless patterns. */
export const adversarial: readonly ((size: number) => string)[] = [
  function oneLine(size) { return 'word '.repeat(size / 5) },
  function oneWord(size) { return 'a'.repeat(size) },
  function shortLines(size) { return 'A Short Line\n'.repeat(size / 13) },
  function bylines(size) { return 'By Nell Harrow\n'.repeat(size / 15) },
  function quotes(size) { return '"'.repeat(size) },
  function dashes(size) { return '- '.repeat(size / 2) },
  function blanks(size) { return `x${' '.repeat(size)}y` },
  function blankLines(size) { return `x${'\n'.repeat(size)}y` },
  function credits(size) { return 'Credit... photo by '.repeat(size / 19) },
  function numbered(size) { return Array.from({ length: size / 20 }, (_, at) => `${at + 1}. Headline of item`).join('\n') },
]

/** Of processor time, which a busy machine does not lengthen. */
export function millisecondsOf(work: () => void): number {
  const begin = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1_000
}
