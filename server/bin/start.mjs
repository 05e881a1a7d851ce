// What do all commands do first? Build, and say in one line where that fails.
import { ensureBuilt } from './build.mjs'

/** The verbs that show pages; the others do without them. */
const WITH_PAGES = new Set(['serve', 'demo'])

export async function start() {
  try {
    ensureBuilt(WITH_PAGES.has(process.argv[2]) ? ['server', 'admin'] : ['server'])
  } catch (error) {
    process.stderr.write(`copydesk: ${error.message}\n`)
    process.exit(1)
  }
  await import('../dist/main.js')
}
