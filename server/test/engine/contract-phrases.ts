// The contract's part on phrases: words in a row are taken at their word, however many.
import { expect, test } from 'vitest'
import type { EngineQuery, SearchEngine } from '../../src/engine/port.ts'
import { question } from './records.ts'

export function describePhrases(engine: () => SearchEngine): void {
  const ids = async (text: string, more: Partial<EngineQuery> = {}): Promise<string[]> => {
    return (await engine().search(question(text, more))).hits.map((hit) => hit.id)
  }

  test('takes a phrase at its word however long it is, alone, beside another, in a field, and where it must not be', async () => {
    const said = 'harbour board said the ferry would stop running in december islanders asked for a smaller boat instead'
    expect(await ids(`"${said}"`)).toEqual(['a1'])
    expect(await ids(`"${said.replace('instead', 'today')}"`)).toEqual([])
    expect(await ids(`"${said.replace('islanders', 'people')}"`)).toEqual([])
    expect(await ids(`"${said}" "ferry to skerry island stops"`)).toEqual(['a1'])
    expect(await ids('"the harbour board said the ferry" "islanders asked for a smaller boat"')).toEqual(['a1'])
    expect(await ids('"the harbour board said the ferry" "islanders asked for a bigger boat"')).toEqual([])
    expect(await ids(`"${said}"`, { fields: ['body'] })).toEqual(['a1'])
    expect(await ids(`"${said}"`, { fields: ['headline'] })).toEqual([])
    expect((await ids(`ferry -"${said}"`)).sort()).toEqual(['a2', 'a3'])
    expect((await engine().search(question(`"${said}"`, { facets: ['publisher'] })))).toMatchObject({ total: 1, exact: true, facets: { publisher: { 'Tern Gazette': 1 } } })
  })
}
