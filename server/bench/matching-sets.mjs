// Which real texts are measured on? Those of `../shared` beside the project, where it is there.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** `undefined` where the set isn't there. */
export function rowsOf(name) {
  const path = `${SHARED}data/${name}`
  if (!existsSync(path)) return undefined
  const bytes = readFileSync(path)
  const text = name.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')
  return text.trim().split('\n').map((line) => JSON.parse(line))
}

/** News articles of 80 to 1,500 words, as a background. */
export function newsTexts() {
  const events = (rowsOf('same-event.jsonl.gz') ?? []).map((row) => row.text)
  const pages = (rowsOf('extraction.jsonl.gz') ?? []).map((row) => row.truth?.['ground_truth']?.['main_content'])
  return [...events, ...pages].filter((text) => typeof text === 'string' && inRange(text))
}

/** Any English prose, to fill an index with. */
export function proseTexts() {
  const passages = (rowsOf('passages.jsonl.gz') ?? []).map((row) => row.left)
  const abstracts = ['cran', 'cisi', 'med', 'cacm'].flatMap((name) => rowsOf(`relevance/${name}/docs.jsonl`) ?? []).map((row) => row.text)
  return [...new Set([...passages, ...abstracts])].filter((text) => text.length > 300)
}

function inRange(text) {
  const words = text.split(/\s+/).length
  return words >= 80 && words <= 1500
}
