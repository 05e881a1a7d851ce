// Is a snippet shown as text, with its hits marked and nothing of it taken for HTML?
import { expect, it } from 'vitest'
import { pieces } from '../src/search/answer.ts'

it('marks what was found and keeps the rest as it was written', () => {
  expect(pieces('the <mark>ferry</mark> left')).toEqual([
    { text: 'the ', marked: false },
    { text: 'ferry', marked: true },
    { text: ' left', marked: false },
  ])
})

it('shows escaped markup as the characters that it stands for, once', () => {
  expect(pieces('&lt;b&gt; &amp;amp; &quot;x&quot; &nothing;')).toEqual([{ text: '<b> &amp; "x" &nothing;', marked: false }])
})

it('makes nothing of an empty snippet', () => {
  expect(pieces('')).toEqual([])
})
