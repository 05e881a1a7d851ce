// Writes documents and articles until it is killed, and says so only after the store has said that each is durable.
// node writer.mjs DATA_DIR FIRST COUNT
import { writeSync } from 'node:fs'
import { openStore } from '../../dist/store/store.js'

const [dataDir, first, count] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]
const NOW = '2026-03-01T12:00:00.000Z'
const ACTOR = { kind: 'system', id: 'system', name: 'Writer', role: 'admin' }
const store = await openStore({ dataDir })

function article(at) {
  const body = `text number ${at}`
  return {
    draft: {
      span: { begin: 0, end: body.length }, headline: `Headline ${at}`, byline: [], language: 'en', body, bodySpans: [], headingSpans: [],
      wordCount: 3, completeness: 'complete', grounds: [], issues: [],
    },
    fingerprint: { version: 1, shingles: [Int32Array.of(at, at + 1, at + 2)], names: Int32Array.of(at), contentHash: `hash-${at}`, tokenCount: 3 },
  }
}

for (let at = first; at < first + count; at++) {
  const [document] = await store.documents.receive(
    [{ upload: 'u', name: `name-${at}`, depth: 0, size: 1, sha256: `bytes-${at}`, note: { tags: [] }, receivedAt: NOW }], ACTOR)
  writeSync(1, `ack ${at} document ${document.id}\n`)
  const ids = await store.transaction(async (inner) => {
    const written = await inner.articles.add(document.id, [article(at)], NOW)
    await inner.documents.settle(document.id, 'done', NOW)
    return written
  })
  writeSync(1, `ack ${at} article ${ids[0]}\n`)
}
await store.close()
