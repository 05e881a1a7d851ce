// What do all commands do first? Build, and say in one line where that fails.
import { ensureBuilt } from './build.mjs'

export async function start() {
  try {
    ensureBuilt()
  } catch (error) {
    process.stderr.write(`copydesk: ${error.message}\n`)
    process.exit(1)
  }
  await import('../dist/main.js')
}
