// What may a child do? Read its own program and the files handed to it, write the spool; no child of its own, no thread,
// no native code, no code out of text. Heap bounded, so that the usual bomb ends in the child.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HEAP_MIB = 256

/** Node's flags for a child whose program is `entry`. */
export function fences(entry: URL, readable: readonly string[], spool: string): string[] {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'
  const reads = [...programPaths(entry), ...readable].flatMap(withReal).map((path) => `--allow-fs-read=${path}`)
  return [
    permission,
    '--no-warnings',
    ...reads,
    ...withReal(spool).map((path) => `--allow-fs-write=${path}`),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${HEAP_MIB}`,
  ]
}

/** The program's folder, and the packages that Node looks for on the way up. */
function programPaths(entry: URL): readonly string[] {
  const own = dirname(fileURLToPath(entry))
  const paths = [own]
  for (let folder = dirname(own); ; folder = dirname(folder)) {
    for (const name of ['package.json', 'node_modules']) if (existsSync(join(folder, name))) paths.push(join(folder, name))
    if (folder === dirname(folder)) return paths
  }
}

function withReal(path: string): readonly string[] {
  const real = existsSync(path) ? realpathSync(path) : path
  return real === path ? [path] : [path, real]
}
