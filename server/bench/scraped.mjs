// How much of the story is found where a page was scraped to plain text, menus and all? The pages of ../shared/data/extraction.jsonl.gz
// as a browser would copy them out whole, a line a block, scored as bench/extraction.mjs does. After `npm run build`:
// node server/bench/scraped.mjs [pages]
import { describeUnit } from '../dist/describe/describe.js'
import { textPage } from '../dist/extract/text.js'
import { splitPage } from '../dist/split/split.js'
import { scorePages } from './extraction-scores.mjs'
import { scraped } from './scraped-text.mjs'

function read(html) {
  const page = textPage(scraped(html))
  return splitPage(page).flatMap((unit) => describeUnit(page, unit, { tags: [] }).article ?? [])
}

const result = scorePages(read, Number(process.argv[2] ?? 200))
for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(10)} ${Number.isInteger(value) ? value : value.toFixed(4)}`)
