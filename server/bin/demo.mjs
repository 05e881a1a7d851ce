// The demonstration, from source: `copydesk demo`.
import { start } from './start.mjs'

process.argv.splice(2, 0, 'demo')
await start()
