// The command line, from source: builds what isn't built, then hands over to dist/main.js.
import { start } from './start.mjs'

await start()
