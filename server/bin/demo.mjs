// The demonstration, from source: `copydesk demo`, on a free port unless PORT says which.
import { start } from './start.mjs'

process.env.PORT ||= '0'
process.argv.splice(2, 0, 'demo')
await start()
