// A reader that misbehaves on demand: what it does stands in the name of the file that it is given.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { serveReads } from '../../dist/isolate/isolate.js'

const hoard = []

function attempt(work) {
  try {
    work()
    return 'allowed'
  } catch (error) {
    return error.code ?? error.name
  }
}

function probe(file, spool) {
  return {
    readOwn: attempt(() => readFileSync(file.path)),
    readForeign: attempt(() => readFileSync('/etc/passwd')),
    writeSpool: attempt(() => writeFileSync(join(spool, 'probe'), 'x')),
    writeForeign: attempt(() => writeFileSync(file.path, 'x')),
    spawn: attempt(() => spawnSync('true')),
    thread: attempt(() => new Worker('0', { eval: true })),
    evaluate: attempt(() => new Function('return 1')()),
    environment: Object.keys(process.env).filter((name) => !name.startsWith('NODE_CHANNEL') && name !== 'TZ').join() || 'empty',
  }
}

const DEEDS = {
  hang: () => { for (;;) Math.random() },
  abort: () => process.abort(),
  exit: () => process.exit(0),
  hoard: () => { for (;;) hoard.push(Buffer.alloc(16 * 1024 * 1024, 1)) },
  heap: () => { for (;;) hoard.push(Array.from({ length: 10_000 }, (_, at) => ({ at }))) },
  fault: () => { throw new Error('a fault of ours') },
}

serveReads(async function* (file, _limits, spool) {
  const said = (detail) => ({ kind: 'record-refused', line: 0, problem: { code: 'record-invalid', detail, hint: '' } })
  DEEDS[file.name]?.()
  if (file.name === 'probe') yield said(JSON.stringify(probe(file, spool)))
  if (file.name === 'slow') {
    for (let at = 0; at < 6; at++) {
      await new Promise((resolve) => setTimeout(resolve, 400))
      yield said(String(at))
    }
  }
  if (file.name === 'flood') for (let at = 0; at < 1000; at++) yield said(`${at} ${Date.now()}`)
  if (file.name === 'prints') {
    const fingerprint = { version: 1, shingles: [Int32Array.from([-5, 7])], names: Int32Array.from([3]), contentHash: 'x', tokenCount: 2 }
    yield { kind: 'page', articles: [{ draft: {}, fingerprint }], furniture: [], unsure: 0 }
  }
  yield { kind: 'done', articles: 0 }
})
