// Is everything built that is about to run? Builds what is missing or older than its sources, so that
// every command works right after `npm ci`. Speaks on standard error only: standard output belongs to the command.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNative } from './native.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(import.meta.url)

const PARTS = [
  {
    name: 'server',
    sources: ['server/src', 'server/tsconfig.json', 'tsconfig.json', 'package-lock.json'],
    compiler: { package: 'typescript', script: 'bin/tsc', options: ['-b', 'server'], folder: '.' },
  },
  {
    name: 'admin',
    sources: ['admin/src', 'admin/index.html', 'admin/admin/index.html', 'admin/vite.config.ts', 'package-lock.json'],
    compiler: { package: 'vite', script: 'bin/vite.js', options: ['build', '--logLevel', 'warn'], folder: 'admin' },
  },
]

/** `names`: the parts that are needed. Throws where one can't be built. */
export function ensureBuilt(names = PARTS.map((part) => part.name)) {
  if (names.includes('server')) ensureNative()
  for (const part of PARTS.filter(({ name }) => names.includes(name))) {
    const stamp = join(ROOT, part.name, 'dist', '.built')
    const newest = Math.max(...part.sources.map((source) => newestChange(join(ROOT, source))))
    if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) continue
    const script = compilerOf(part.compiler)
    // An installation without the development packages runs what it was given.
    if (script === undefined && existsSync(dirname(stamp))) continue
    build(part, script, stamp)
  }
}

function build(part, script, stamp) {
  if (script === undefined) throw new Error(`${part.compiler.package} is not installed; run npm ci`)
  process.stderr.write(`copydesk: building ${part.name}\n`)
  // The stamp carries the time before the build: a source that changes meanwhile is built again.
  const began = new Date()
  const { folder, options } = part.compiler
  const run = spawnSync(process.execPath, [script, ...options], { cwd: join(ROOT, folder), stdio: ['ignore', 2, 2] })
  if (run.status !== 0) throw new Error(`${part.name} could not be built`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, began, began)
}

/** Milliseconds; a folder's own time counts, so that a deleted source is noticed. */
function newestChange(path) {
  if (!existsSync(path)) return 0
  const state = statSync(path)
  if (!state.isDirectory()) return state.mtimeMs
  return Math.max(state.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

function compilerOf({ package: name, script }) {
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), script)
  } catch {
    return undefined
  }
}
