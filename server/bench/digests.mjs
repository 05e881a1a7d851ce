// Digests in the layouts that we have met, built from single texts of ../shared with made-up headlines, and how often they are
// cut rightly. Apart from the measuring command, so that tests ask it too.
import { sharedRows } from './shared-rows.mjs'

export const LAYOUTS = {
  'closing line and read more': (items) => items.map((item) => `${item.headline}\n\n${item.body}\n\n${item.headline}\nread more`).join('\n\n'),
  'closing line': (items) => items.map((item) => `${item.headline}\n\n${item.body}\n\n${item.headline}`).join('\n\n'),
  'rule': (items) => items.map((item) => `${item.headline}\n\n${item.body}`).join('\n\n---\n\n'),
  'stars, byline': (items) => items.map((item) => `${item.headline}\nBy ${item.author}\n\n${item.body}`).join('\n\n* * *\n\n'),
  'headline, byline, date': (items) => items.map((item) => `${item.headline}\n\nBy ${item.author}\n\n${item.date}\n\n${item.body}`).join('\n\n'),
  'outlet and date': (items) => items.map((item) => `${item.headline}\n${item.outlet}, ${item.date}\n\n${item.body}`).join('\n\n\n'),
  'press database': (items) => items.map((item, at) => `${at + 1} of ${items.length} DOCUMENTS\n\n${item.outlet}\n\n${item.date}\n\n${item.headline}\n\nBYLINE: By ${item.author}\n\nSECTION: News; Pg. ${at + 3}\n\nLENGTH: ${item.words} words\n\n${item.body}\n\nLOAD-DATE: ${item.date}\n\nLANGUAGE: ENGLISH\n\nCopyright 2019 ${item.outlet}\nAll Rights Reserved`).join('\n\n\n'),
  'agency bundle': (items) => items.map((item) => `${item.headline}\n\n${item.place}, ${item.month} ${item.day} (AP) — ${item.body}`).join('\n\n'),
  'agency bundle with rules': (items) => items.map((item) => `${item.headline}\n\n${item.place} (Reuters) - ${item.body}`).join('\n\n======\n\n'),
  'numbered, source': (items) => `News digest\n\n${items.map((item, at) => `${at + 1}. ${item.headline}\n\n${item.body}\n\nSource: ${item.outlet}`).join('\n\n')}`,
  'contents, byline': (items) => `In this issue\n\n${items.map((item) => item.headline).join('\n')}\n\n${items.map((item) => `${item.headline}\n\nBy ${item.author}\n\n${item.body}`).join('\n\n')}`,
  'markdown': (items) => `# Press review\n\n${items.map((item) => `## ${item.headline}\n\n*${item.outlet}, ${item.date}*\n\n${item.body}`).join('\n\n')}`,
  'mail digest': (items) => items.map((item) => `From: ${item.outlet} <news@example.org>\nDate: ${item.date}\nSubject: ${item.headline}\n\n${item.body}`).join('\n\n'),
  'hard-wrapped, stars': (items) => items.map((item) => `${item.headline}\n\nBy ${item.author}\n\n${wrap(item.body)}`).join('\n\n*****\n\n'),
}

const AUTHORS = ['Anna Bell', 'Carl Dorn', 'Erik Falk', 'Grace Holm', 'Ivan Jarre', 'Kira Lund', 'Marc Noor', 'Olga Pratt']
const OUTLETS = ['The Harbour Times', 'Northern Post', 'Daily Courier', 'Evening Herald', 'The Valley Gazette']
const PLACES = ['GENEVA', 'NAIROBI', 'LISBON', 'MANILA', 'OTTAWA']
const VERBS = ['Officials Say Talks Over {} Will Resume', 'New Report Questions the Handling of {}', 'What the Dispute About {} Means for Voters', 'Crowds Return to Streets After {} Decision', '{} Case Heads Back to Court in Spring']

/** Texts of one to many paragraphs, untokenised as far as it goes, in a fixed order. */
export function singleTexts(count) {
  const news = sharedRows('same-event.jsonl.gz').map((row) => row.text.replace(/ ([.,;:?!'’])/g, '$1').replace(/`` ?/g, '“').replace(/ ?''/g, '”').split('\n').join('\n\n'))
  const web = sharedRows('extraction.jsonl.gz').map((row) => row.truth.ground_truth.main_content)
  const texts = [...news.filter((text) => text.split(/\s+/).length > 60), ...web.filter((text) => text.split(/\s+/).length < 1_500)]
  return shuffle(texts, 7).slice(0, count)
}

export function makeItems(texts, seed) {
  return texts.map((body, at) => {
    const name = /\b\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?/u.exec(body)?.[0] ?? 'Border'
    const pick = (list) => list[(seed * 7 + at * 3) % list.length]
    const day = 1 + ((seed + at) % 27)
    return { body, headline: VERBS[(seed + at) % VERBS.length].replace('{}', `${name} ${seed}${at}`), author: pick(AUTHORS), outlet: pick(OUTLETS), place: pick(PLACES), month: 'March', day, date: `March ${day}, 2019`, words: body.split(/\s+/).length }
  })
}

/** Counts of one digest: borders found, wanted and right; headlines right. */
function scoreDigest(articles, items) {
  const wanted = items.map((item) => squeeze(item.headline))
  const found = articles.map((article) => squeeze(article.headline))
  return { wanted: wanted.length, found: found.length, right: wanted.filter((headline) => found.includes(headline)).length }
}

/** Share of items found and of findings right, by layout. `read` makes articles of a text. */
export function scoreDigests(read, perLayout, names = Object.keys(LAYOUTS)) {
  const texts = singleTexts(10_000)
  const results = []
  for (const name of names) {
    const layout = LAYOUTS[name]
    const sum = { wanted: 0, found: 0, right: 0, exact: 0 }
    for (let seed = 0; seed < perLayout; seed += 1) {
      const size = 3 + ((seed * 5) % 28)
      const items = makeItems(Array.from({ length: size }, (_, at) => texts[(seed * 31 + at * 17) % texts.length]), seed)
      const score = scoreDigest(read(layout(items)), items)
      for (const key of ['wanted', 'found', 'right']) sum[key] += score[key]
      if (score.wanted === score.found && score.right === score.wanted) sum.exact += 1
    }
    results.push({ name, precision: sum.right / Math.max(1, sum.found), recall: sum.right / sum.wanted, exact: sum.exact / perLayout })
  }
  return results
}

function wrap(text) {
  return text.split('\n').map((line) => line.replace(/(.{1,71})(?:\s+|$)/g, '$1\n').trim()).join('\n')
}

function squeeze(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function shuffle(list, seed) {
  const copy = [...list]
  let state = seed
  for (let at = copy.length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const other = state % (at + 1)
    ;[copy[at], copy[other]] = [copy[other], copy[at]]
  }
  return copy
}
