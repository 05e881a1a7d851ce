// Is the one native part there? SQLite's driver is fetched ready-made where its makers' site can be reached, else compiled,
// against the headers that Node brought along where it did. npm would compile it too, but only against fetched headers.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { argv, env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const FETCH_MS = 60_000

/** Throws where it can neither be fetched nor compiled. */
export function ensureNative() {
  const folder = dirname(require.resolve('better-sqlite3/package.json'))
  if (existsSync(join(folder, 'build', 'Release', 'better_sqlite3.node'))) return
  process.stderr.write('copydesk: fetching or compiling the SQLite driver, which takes a minute or two\n')
  if (fetched(folder) || compiled(folder)) return
  throw new Error('The SQLite driver could be neither fetched nor compiled: python3, make and a C++ compiler are needed, and a way to Node’s headers.')
}

function fetched(folder) {
  const script = join(dirname(require.resolve('prebuild-install/package.json', { paths: [folder] })), 'bin.js')
  return spawnSync(execPath, [script], { cwd: folder, stdio: 'ignore', timeout: FETCH_MS }).status === 0
}

function compiled(folder) {
  const compiler = nodeGyp()
  if (compiler === undefined) return false
  const prefix = dirname(dirname(execPath))
  const headers = existsSync(join(prefix, 'include', 'node', 'node.h')) ? [`--nodedir=${prefix}`] : []
  // As SQLite's makers build it: what gyp would ask for (-O3) takes a third longer to compile.
  const built = { ...env, CFLAGS: '-O2', CXXFLAGS: '-O2' }
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 2], env: built }
  return spawnSync(execPath, [compiler, 'rebuild', '--release', '--jobs=max', ...headers], options).status === 0
}

/** npm says where its own is; else it lies beside Node. */
function nodeGyp() {
  const npm = env.npm_execpath ? [dirname(dirname(env.npm_execpath))] : []
  const roots = [...npm, join(dirname(dirname(execPath)), 'lib', 'node_modules', 'npm')]
  return roots.map((root) => join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')).find((path) => existsSync(path))
}

if (argv[1] === fileURLToPath(import.meta.url)) ensureNative()
