// Does a snippet of a long text show the place that was asked for, though only a stretch of the text is read?
import { expect, test } from 'vitest'
import { snippetOf } from '../../src/engine/highlight.ts'
import type { Marking } from '../../src/engine/highlight.ts'
import { MARK_BEGIN, MARK_END } from '../../src/domain/text.ts'
import { stretchOf } from '../../src/engine/stretch.ts'

function marking(...stems: readonly string[]): Marking {
  return { stems: new Map(stems.map((stem, at) => [stem, at])), rows: [], initials: new Set(stems.map((stem) => stem.charCodeAt(0))) }
}

const FILLER = 'The harbour lay quiet under a low sky and nobody spoke of it. '.repeat(100)

test('shows the words that stand together, not the one that stands alone before them', () => {
  const text = `${FILLER}A lantern burned. ${FILLER}The lanterns of Café Élan and the ferries were dying. ${FILLER}`
  const snippet = snippetOf(text, marking('lantern', 'ferri', 'elan', 'die'), 'en', 16)
  for (const word of ['lanterns', 'Élan', 'ferries', 'dying']) expect(snippet).toContain(word)
  expect(snippet.startsWith('… ')).toBe(true)
  expect(snippet.endsWith(' …')).toBe(true)
})

test('begins at the beginning where nothing is found', () => {
  expect(snippetOf(FILLER, marking('zeppelin'), 'en', 12).startsWith('The harbour')).toBe(true)
})

test('cuts between words, and reads a short text whole', () => {
  const { begin, end } = stretchOf(`${FILLER}A lantern burned. ${FILLER}`, marking('lantern'), 'en', 12)
  expect(begin).toBeGreaterThan(0)
  expect(FILLER[begin - 1]).toBe(' ')
  expect(end).toBeLessThan(2 * FILLER.length)
  expect(stretchOf('A lantern burned.', marking('lantern'), 'en', 12)).toEqual({ begin: 0, end: 17 })
})

test('finds words in capitals, with accents, after a quotation mark and beside a dotted capital I', () => {
  for (const word of ['LANTERNS', 'Läntern', '“lanterns”', 'İstanbul’s lantern']) {
    const snippet = snippetOf(`${FILLER}Then ${word} burned. ${FILLER}`, marking('lantern'), 'en', 16)
    expect(snippet.replaceAll(MARK_BEGIN, '').replaceAll(MARK_END, ''), word).toContain(`Then ${word}`)
  }
})
