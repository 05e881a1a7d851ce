// How fast and how good is it? Runs the measuring commands of this folder one after the other, each in a process of its own,
// so that none warms up or weighs down the next. `npm run bench` runs all, `npm run bench -- NAME …` those named; what
// is no name but a number goes to the command before it: `npm run bench -- outage 2`.
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
const NUMBER = /^\d+(\.\d+)?$/
const given = process.argv.slice(2)
const wanted = given.filter((word, at) => at === 0 || !NUMBER.test(word))
const numbersOf = (name) => {
  const rest = given.slice(given.indexOf(name) + 1)
  const end = rest.findIndex((word) => !NUMBER.test(word))
  return given.includes(name) ? rest.slice(0, end < 0 ? rest.length : end) : []
}
const unknown = wanted.filter((name) => !there.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`bench: there is no ${unknown.join(', ')}; there are ${there.join(', ') || 'none yet'}\n`)
  process.exit(2)
}
ensureBuilt(['server'])
let failed = 0
for (const name of wanted.length > 0 ? wanted : there) {
  process.stdout.write(`\n== ${name}\n`)
  const run = spawnSync(process.execPath, [`${HERE}${name}.mjs`, ...numbersOf(name)], { stdio: 'inherit' })
  if (run.status !== 0) failed += 1
}
process.exit(failed > 0 ? 1 : 0)
