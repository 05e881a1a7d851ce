// How much of a web page's story is found, and how little else? Word-bag F1 a page against ../shared/data/extraction.jsonl.gz,
// with the snippets that must and must not be there, and titles, authors and days. After `npm run build`:
// node server/bench/extraction.mjs [pages]
import { describeUnit } from '../dist/describe/describe.js'
import { htmlPage } from '../dist/extract/html.js'
import { splitPage } from '../dist/split/split.js'
import { scorePages } from './extraction-scores.mjs'

function read(html) {
  const page = htmlPage(html)
  return splitPage(page).flatMap((unit) => describeUnit(page, unit, { tags: [] }).article ?? [])
}

const begin = performance.now()
const result = scorePages(read, Number(process.argv[2] ?? 200))
for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(10)} ${Number.isInteger(value) ? value : value.toFixed(4)}`)
console.log(`milliseconds a page ${((performance.now() - begin) / result.pages).toFixed(0)}`)
