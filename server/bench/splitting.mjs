// How often are digests cut rightly, and single articles left whole? Digests are built in several layouts from single
// texts of ../shared (same-event news, web articles) with made-up headlines' places, and the cuts are compared.
// Run after `npm run build`: node server/bench/splitting.mjs [DIGESTS] [PAGES], 12 of a layout and 200 unless said.
import { sharedRows } from './shared-rows.mjs'
import { textPage } from '../dist/extract/text.js'
import { htmlPage } from '../dist/extract/html.js'
import { splitPage } from '../dist/split/split.js'
import { describeUnit } from '../dist/describe/describe.js'
import { scoreDigests } from './digests.mjs'

function read(text) {
  const page = textPage(text)
  return splitPage(page).flatMap((unit) => describeUnit(page, unit, { tags: [] }).article ?? [])
}

/** Single texts and single web pages that were cut: there should be none. */
function benchSingles(pages) {
  const rows = sharedRows('extraction.jsonl.gz').slice(0, pages)
  const cutPages = rows.filter((row) => splitPage(htmlPage(row.html)).length > 1).map((row) => row.id)
  const texts = [...sharedRows('same-event.jsonl.gz').map((row) => row.text), ...sharedRows('extraction.jsonl.gz').flatMap((row) => [row.truth.ground_truth.main_content, row.truth.ground_truth.main_content_markdown ?? ''])]
  const passages = sharedRows('passages.jsonl.gz').filter((_, at) => at % 4 === 0).flatMap((row) => [row.left, row.right])
  const all = [...texts, ...passages].filter((text) => text !== '')
  const cutTexts = all.filter((text) => splitPage(textPage(text)).length > 1)
  return { pages: rows.length, cutPages, texts: all.length, cutTexts: cutTexts.length, examples: cutTexts.map((text) => text.slice(0, 60)) }
}

for (const row of scoreDigests(read, Number(process.argv[2] ?? 12))) {
  console.log(`${row.name.padEnd(28)} precision ${row.precision.toFixed(3)}  recall ${row.recall.toFixed(3)}  digests all right ${row.exact.toFixed(2)}`)
}
const singles = benchSingles(Number(process.argv[3] ?? 200))
console.log(`single web pages cut: ${singles.cutPages.length} of ${singles.pages} ${singles.cutPages.join(' ')}`)
console.log(`single texts cut: ${singles.cutTexts} of ${singles.texts}`)
