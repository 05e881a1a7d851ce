// How fast and how good is it? Runs the measuring commands of this folder one after the other, each in a process of its own,
// so that none warms up or weighs down the next. `npm run bench` runs all, `npm run bench -- NAME …` those named.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../bin/build.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const OWN = 'run.mjs'

const files = readdirSync(HERE).filter((name) => name.endsWith('.mjs') && name !== OWN)
/** What another file here imports is a part of a measurement and none by itself. */
const parts = new Set(files.flatMap((name) => [...readFileSync(HERE + name, 'utf8').matchAll(/from '\.\/([\w-]+\.mjs)'/g)].map((found) => found[1])))
const there = files.filter((name) => !parts.has(name)).map((name) => name.slice(0, -'.mjs'.length)).sort()
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !there.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`bench: there is no ${unknown.join(', ')}; there are ${there.join(', ') || 'none yet'}\n`)
  process.exit(2)
}
ensureBuilt(['server'])
let failed = 0
for (const name of wanted.length > 0 ? wanted : there) {
  process.stdout.write(`\n== ${name}\n`)
  const run = spawnSync(process.execPath, [`${HERE}${name}.mjs`], { stdio: 'inherit' })
  if (run.status !== 0) failed += 1
}
process.exit(failed > 0 ? 1 : 0)
