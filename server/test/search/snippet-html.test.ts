// Is a snippet safe to show? Its only elements are `<mark>`, in pairs.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MARK_BEGIN, MARK_END } from '../../src/domain/text.ts'
import { snippetHtml } from '../../src/search/search.ts'

test('escapes everything but the marks', () => {
  expect(snippetHtml(`<b>${MARK_BEGIN}gull${MARK_END}</b> & "tern"`)).toBe('&lt;b&gt;<mark>gull</mark>&lt;/b&gt; &amp; &quot;tern&quot;')
})

test('holds no other element, whatever the text and its marks', () => {
  const piece = fc.oneof(fc.constantFrom(MARK_BEGIN, MARK_END, '<', '>', '"', "'", '&', '<mark>', '</mark>', '<script>'), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = snippetHtml(pieces.join(''))
      expect(html.replace(/<mark>[^<>]*<\/mark>/g, '')).not.toMatch(/[<>"']/)
    }),
    { numRuns: 1000 },
  )
})
