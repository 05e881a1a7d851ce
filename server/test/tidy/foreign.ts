// Which texts were lent to us for measuring? Those in `../shared`; none of their sentences may stand in the project.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sharedPath } from '../shared.ts'

/** One text at a time; none where the folder is absent. */
export function* foreignTexts(): Generator<string> {
  yield* textsIn('seeds', /\.txt$/)
  yield* textsIn('data', /\.jsonl(\.gz)?$/)
  for (const name of foldersIn('data/relevance')) yield* textsIn(`data/relevance/${name}`, /^docs\.jsonl$/)
}

function* textsIn(folder: string, names: RegExp): Generator<string> {
  const path = sharedPath(folder)
  if (path === undefined) return
  for (const name of readdirSync(path).filter((one) => names.test(one))) {
    const bytes = readFileSync(join(path, name))
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    if (name.endsWith('.txt')) yield text
    else for (const line of text.split('\n')) if (line !== '') yield* strings(JSON.parse(line))
  }
}

function foldersIn(folder: string): readonly string[] {
  const path = sharedPath(folder)
  return path === undefined ? [] : readdirSync(path)
}

/** Every text of a record but raw markup, whose runs of words are everybody's. */
function* strings(value: unknown, field?: string): Generator<string> {
  if (typeof value === 'string' && field !== 'html') yield value
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) yield* strings(inner, name)
}
