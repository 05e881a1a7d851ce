// Rows of the measuring data beside the project (../shared/data), or a clear word that it isn't there.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const kept = new Map()

export function sharedRows(name) {
  const path = fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url))
  if (!existsSync(path)) throw new Error(`${name} is not beside the project (../shared/data)`)
  if (!kept.has(name)) kept.set(name, gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n').map((line) => JSON.parse(line)))
  return kept.get(name)
}
