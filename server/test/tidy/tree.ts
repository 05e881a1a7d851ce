// Which files make up the project? Those that git tracks, and those that are new and not ignored.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface TreeFile {
  readonly path: string
  readonly text: string
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Text files only; paths from the project's top. `undefined` where this is no git work tree. */
export function projectFiles(): readonly TreeFile[] | undefined {
  const run = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status !== 0) return undefined
  const paths = run.stdout.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)))
  return paths.flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return text.includes('\0') ? [] : [{ path, text }]
  })
}
