// How near is what was read of a web page to what its annotators marked? Apart from the measuring command, so that tests ask it too.
import { sharedRows } from './shared-rows.mjs'

/** Means over the first `count` pages of every `step`-th. `read` makes articles of a page's markup. */
export function scorePages(read, count, step = 1) {
  const rows = sharedRows('extraction.jsonl.gz').filter((_, at) => at % step === 0).slice(0, count)
  const pages = rows.map((row) => scorePage(read(row.html), row.truth.ground_truth))
  const mean = (read) => pages.reduce((sum, page) => sum + read(page), 0) / pages.length
  const share = (field) => pages.reduce((sum, page) => sum + page[field][0], 0) / Math.max(1, pages.reduce((sum, page) => sum + page[field][1], 0))
  return {
    pages: pages.length,
    f1: mean((page) => page.words.f1), precision: mean((page) => page.words.precision), recall: mean((page) => page.words.recall),
    shingleF1: mean((page) => page.shingles.f1),
    with: share('with'), without: share('without'), title: share('title'), author: share('author'), day: share('day'),
    cut: pages.filter((page) => page.articles !== 1).length,
  }
}

function scorePage(articles, truth) {
  const text = articles.map((article) => article.body).join('\n')
  const first = articles[0] ?? { headline: '', byline: [] }
  const flat = squeeze(text)
  const author = squeeze(truth.author ?? '')
  const holds = (name) => author.includes(squeeze(name)) || squeeze(name).includes(author)
  return {
    articles: articles.length,
    words: overlap(wordsOf(text), wordsOf(truth.main_content)),
    shingles: overlap(shinglesOf(wordsOf(text)), shinglesOf(wordsOf(truth.main_content))),
    with: [(truth.with ?? []).filter((snippet) => flat.includes(squeeze(snippet))).length, (truth.with ?? []).length],
    without: [(truth.without ?? []).filter((snippet) => !text.includes(snippet)).length, (truth.without ?? []).length],
    title: truth.title ? [Number(squeeze(first.headline) === squeeze(truth.title)), 1] : [0, 0],
    author: truth.author ? [Number(first.byline.some(holds)), 1] : [0, 0],
    day: truth.publish_date ? [Number((first.publishedAt ?? '').slice(0, 10) === truth.publish_date.slice(0, 10)), 1] : [0, 0],
  }
}

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function shinglesOf(words) {
  return words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '))
}

function overlap(found, wanted) {
  const left = countOf(found)
  const right = countOf(wanted)
  let shared = 0
  for (const [word, count] of left) shared += Math.min(count, right.get(word) ?? 0)
  const precision = found.length === 0 ? 0 : shared / found.length
  const recall = wanted.length === 0 ? 0 : shared / wanted.length
  return { precision, recall, f1: precision + recall === 0 ? Number(found.length === wanted.length) : (2 * precision * recall) / (precision + recall) }
}

function countOf(items) {
  const counts = new Map()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

function squeeze(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
