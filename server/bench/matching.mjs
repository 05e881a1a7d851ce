// How well are copies found and told apart? Each part prints its figures, and what they were measured on.
// node server/bench/matching.mjs [synthetic] [spun] [passages] [events] [templates] [speed]   all where none is named
import { comparable } from '../dist/normalise/normalise.js'
import { CandidateIndex, fingerprint } from '../dist/fingerprint/fingerprint.js'
import { matchTexts } from '../dist/match/match.js'
import { isCopy } from '../dist/domain/match.js'
import { agencyCut, cut, furnished, marketReport, randomOf, spin } from './matching-changes.mjs'
import { newsTexts, proseTexts, rowsOf } from './matching-sets.mjs'
import { plagdet } from './plagdet.mjs'

const PARTS = { synthetic, spun, passages, events, templates, speed }
const asked = process.argv.slice(2)
for (const [name, part] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) part()

function side(id, body) {
  return { id, text: comparable(body) }
}

/** Changed articles looked up among thousands: is the source a candidate, and what relation comes out? */
function synthetic() {
  const news = newsTexts()
  const background = [...news, ...proseTexts()]
  if (background.length === 0) return console.log('synthetic: no texts beside the project')
  const sides = background.map((body, row) => side(String(row), body))
  const index = new CandidateIndex()
  sides.forEach((one, row) => index.add(row, fingerprint(one.text)))
  const vocabulary = [...new Set(news.slice(0, 200).flatMap((text) => text.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu) ?? []))]
  console.log(`synthetic: ${Math.min(news.length, 300)} changed articles among ${background.length}`)
  for (const [name, change] of Object.entries(changes(vocabulary, news))) {
    const random = randomOf(7)
    const tally = { found: 0, copies: 0, others: 0, relations: {} }
    for (let row = 0; row < Math.min(news.length, 300); row++) look(row, change(news[row], random), sides, index, tally)
    console.log(`  ${name.padEnd(28)} candidate ${tally.found}  copy ${tally.copies}  other copies ${tally.others}  ${JSON.stringify(tally.relations)}`)
  }
}

function changes(vocabulary, news) {
  const spun = (rate) => (text, random) => spin(text, rate, vocabulary, random)
  return {
    'furniture both ends': (text, random) => furnished(text, random),
    'first 30 %, furniture': (text, random) => furnished(cut(text, 0.3), random),
    'swapped 25 %': spun(0.25),
    'swapped 40 %': spun(0.4),
    'swapped 50 %': spun(0.5),
    'swapped 60 %': spun(0.6),
    'lower case, swapped 40 %': (text, random) => spin(text.toLowerCase(), 0.4, vocabulary, random),
    'first 35 %, swapped 25 %': (text, random) => spin(cut(text, 0.35), 0.25, vocabulary, random),
    'agency cut': (text, random) => agencyCut(text, vocabulary, random),
    'in a digest of eight': (text, random) => {
      const others = Array.from({ length: 7 }, () => news[300 + Math.floor(random() * (news.length - 300))])
      others.splice(Math.floor(random() * 8), 0, text)
      return others.join('\n\n')
    },
    'first 40 words': (text) => text.split(/\s+/).slice(0, 40).join(' '),
  }
}

function look(row, body, sides, index, tally) {
  const changed = side('changed', body)
  const candidates = index.candidates(fingerprint(changed.text))
  if (candidates.some((one) => one.row === row)) tally.found++
  for (const one of candidates) {
    const match = matchTexts(changed, sides[one.row], 'copies')
    if (one.row === row) tally.relations[match.relation] = (tally.relations[match.relation] ?? 0) + 1
    if (isCopy(match.relation)) tally[one.row === row ? 'copies' : 'others']++
  }
}

/** Recall of machine-substituted twins; every other pair that is called a copy is a false one. */
function spun() {
  const rows = rowsOf('spun-pairs.jsonl')
  if (rows === undefined) return console.log('spun: spun-pairs.jsonl is not beside the project')
  const texts = rows.flatMap((row) => [side(`${row.id} l`, row.left), side(`${row.id} r`, row.right)])
  const tally = copiesAmong(texts, (one, other) => one.id.slice(0, -2) === other.id.slice(0, -2))
  console.log(`spun: ${tally.right.length} of ${rows.length} pairs found, ${tally.wrong.length} false among ${(texts.length * (texts.length - 1)) / 2 - rows.length}; ${JSON.stringify(tally.relations)}`)
}

/** What is called a copy among articles on the same events: to be read by a person. */
function events() {
  const rows = rowsOf('same-event.jsonl.gz')
  if (rows === undefined) return console.log('events: same-event.jsonl.gz is not beside the project')
  const tally = copiesAmong(rows.map((row) => side(row.id, row.text)), () => true)
  console.log(`events: ${tally.right.length} pairs of ${rows.length} articles called copies; ${JSON.stringify(tally.relations)}`)
  if (process.env.LIST !== undefined) for (const match of tally.right) console.log(`  ${match.left} ${match.right} ${match.relation} ${match.confidence} ${match.reasons.map((one) => one.message).join(' ')}`)
}

function copiesAmong(texts, isRight) {
  const index = new CandidateIndex()
  const tally = { right: [], wrong: [], relations: {} }
  texts.forEach((one, row) => {
    const print = fingerprint(one.text)
    for (const candidate of index.candidates(print)) {
      const other = texts[candidate.row]
      const match = matchTexts(other, one, 'copies')
      if (!isCopy(match.relation)) continue
      tally.relations[match.relation] = (tally.relations[match.relation] ?? 0) + 1
      tally[isRight(one, other) ? 'right' : 'wrong'].push(match)
    }
    index.add(row, print)
  })
  return tally
}

/** PlagDet by class, and the pairs without a case in which a passage is shown. */
function passages() {
  const rows = rowsOf('passages.jsonl.gz')
  if (rows === undefined) return console.log('passages: passages.jsonl.gz is not beside the project')
  const classes = new Map([['all', []]])
  for (const row of rows) {
    const result = { cases: row.cases, passages: matchTexts(side('l', row.left), side('r', row.right)).passages }
    for (const name of [row.class, 'all']) classes.set(name, [...(classes.get(name) ?? []), result])
  }
  console.log(`passages: ${rows.length} pairs`)
  for (const [name, results] of [...classes].sort()) {
    const score = plagdet(results)
    const flagged = results.filter((one) => one.passages.length > 0).length
    console.log(`  ${name.padEnd(28)} PlagDet ${score.plagdet.toFixed(3)}  recall ${score.recall.toFixed(3)}  precision ${score.precision.toFixed(3)}  granularity ${score.granularity.toFixed(3)}  flagged ${flagged} of ${results.length}`)
  }
}

/** Market reports in one house form: none is a copy of another. */
function templates() {
  const random = randomOf(11)
  const texts = Array.from({ length: 200 }, (_, at) => side(String(at), marketReport(random)))
  const relations = {}
  let pairs = 0
  for (let one = 0; one < texts.length; one++) {
    for (let other = 0; other < one; other++, pairs++) {
      const { relation } = matchTexts(texts[one], texts[other], 'copies')
      relations[relation] = (relations[relation] ?? 0) + 1
    }
  }
  console.log(`templates: ${pairs} pairs of market reports: ${JSON.stringify(relations)}`)
}

/** Processor time, so that other work on the machine counts little. */
function speed() {
  const random = randomOf(3)
  const words = Array.from({ length: 4000 }, (_, at) => `w${Math.floor(at ** 1.3).toString(36)}`)
  const text = (length) => Array.from({ length }, () => words[Math.floor(words.length * random() ** 3)]).join(' ').replace(/(\S+ \S+ \S+ \S+ \S+ \S+ \S+ \S+ \S+)/g, '$1.')
  for (const length of [700, 5000, 50_000, 100_000]) {
    const original = text(length)
    const changed = spin(original, 0.25, words, random)
    const repeats = Math.max(1, Math.floor(70_000 / length))
    const took = processorTime(() => {
      for (let at = 0; at < repeats; at++) matchTexts(side('l', original), side('r', changed))
    })
    console.log(`speed: two texts of ${length} words, from the bare strings: ${(took / repeats).toFixed(2)} ms of processor time`)
  }
}

function processorTime(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
