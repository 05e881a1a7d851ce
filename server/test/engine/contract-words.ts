// The contract's part on words: forms, phrases, exclusions, unfinished and mistyped words, scripts, marks.
import { expect, test } from 'vitest'
import { MARK_BEGIN, MARK_END } from '../../src/domain/text.ts'
import type { EngineQuery, SearchEngine } from '../../src/engine/port.ts'
import { question } from './records.ts'

export function describeWords(engine: () => SearchEngine): void {
  const ids = async (text: string, more: Partial<EngineQuery> = {}): Promise<string[]> => {
    return (await engine().search(question(text, more))).hits.map((hit) => hit.id)
  }
  const shown = (text: string): string => text.replaceAll(MARK_BEGIN, '[').replaceAll(MARK_END, ']')

  test('finds a word in every searchable field', async () => {
    expect(await ids('superlatives')).toEqual(['a4'])
    expect(await ids('bakery')).toEqual(['a4'])
    expect(await ids('hafenblatt')).toEqual(['a6'])
    expect((await ids('holm')).sort()).toEqual(['a1', 'a3'])
  })

  test('puts an article with all words first', async () => {
    expect((await ids('harbour drone'))[0]).toBe('a5')
    expect((await ids('prize harbour rye'))[0]).toBe('a4')
  })

  test('answers a question in plain words, whatever of it is missing', async () => {
    expect((await ids('who counted the gulls over the harbour and why did nobody complain?'))[0]).toBe('a5')
  })

  test('with `all`, every word must be there', async () => {
    expect(await ids('harbour gulls', { match: 'all' })).toEqual(['a5'])
    expect(await ids('harbour superlatives', { match: 'all' })).toEqual([])
  })

  test('looks in the asked fields only', async () => {
    expect(await ids('harbour', { fields: ['headline'] })).toEqual(['a5'])
    expect(await ids('Lund', { fields: ['body'] })).toEqual([])
  })

  test('finds a phrase only where its words stand in a row', async () => {
    expect((await ids('"harbour board"')).sort()).toEqual(['a1', 'a3'])
    expect(await ids('"board harbour"')).toEqual([])
    expect(await ids('"ran all night"')).toEqual(['a4'])
  })

  test('leaves out words and phrases with a minus', async () => {
    expect((await ids('ferry -islanders')).sort()).toEqual(['a2', 'a3'])
    expect((await ids('ferry -"harbour board"')).sort()).toEqual(['a2'])
    expect(await ids('-ferry -winter -harbour -prize')).not.toContain('a1')
  })

  test('finds an unfinished last word', async () => {
    expect(await ids('superlat')).toEqual(['a4'])
    expect((await ids('ferry decem')).slice(0, 2).sort()).toEqual(['a1', 'a3'])
  })

  test('forgives a mistake in a word of five letters and two in one of nine', async () => {
    expect((await ids('harbuor.')).sort()).toEqual(['a1', 'a3', 'a5'])
    expect(await ids('enginers.')).toEqual(['a5'])
    expect(await ids('supperlatifes.')).toEqual(['a4'])
    expect(await ids('harbuor.', { typos: false })).toEqual([])
  })

  test('says which words stood in', async () => {
    const answer = await engine().search(question('supperlatifes.'))
    expect(answer.understoodAs).toEqual([{ word: 'supperlatifes', as: ['superlatives'] }])
  })

  test('folds case, accents and full-width letters', async () => {
    expect(await ids('ZOE brueckner bruckner.', { match: 'any' })).toEqual(['a5'])
    expect(await ids('ｂａｋｅｒｙ')).toEqual(['a4'])
    expect(await ids('ba\u00ADkery')).toEqual(['a4'])
  })

  test('finds a hyphenated name however it is written', async () => {
    expect((await ids('TERN-7'))[0]).toBe('a5')
    expect((await ids('"tern 7"'))[0]).toBe('a5')
    expect(await ids('tern7.', { typos: false })).toEqual(['a5'])
  })

  test('finds words in a script without spaces', async () => {
    expect(await ids('冬天')).toEqual(['a7'])
    expect(await ids('小船')).toEqual(['a7'])
  })

  test('marks the hits in snippet and headline, and nothing else', async () => {
    const [hit] = (await engine().search(question('gulls drone.'))).hits
    expect(shown(hit?.headline ?? '')).toBe('The TERN-7 [drone] and the harbour')
    expect(shown(hit?.snippet ?? '')).toContain('counted [gulls] for a week')
  })
}
