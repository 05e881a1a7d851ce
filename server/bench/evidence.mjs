// How right is the evidence, and what does it cost? Swaps of a program found one by one, and CPU time for texts of 1,000 and
// 10,000 words of every kind, each with the share of it that is the matching itself. Ratios hold on any machine.
// Then a family and a stack of forty and of five hundred versions of one wire text.
// node server/bench/evidence.mjs [swaps] [cost] [clusters]   all where none is named
import { comparable } from '../dist/normalise/normalise.js'
import { evidenceOf, familyOf, stackOf } from '../dist/evidence/evidence.js'
import { matchClosely } from '../dist/match/match.js'
import { agencyCut, randomOf, spin } from './matching-changes.mjs'
import { rowsOf } from './matching-sets.mjs'
import { madeText, swapsFound, VOCABULARY } from './evidence-texts.mjs'

/** As many of a large cluster are read word for word by the service. */
const READ_MOST = 60
const PARTS = { swaps, cost, clusters }
const asked = process.argv.slice(2)
for (const [name, part] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) part()

function evidence(left, right) {
  const [one, other] = [comparable(left), comparable(right)]
  return evidenceOf({ left: one, right: other, ...matchClosely({ id: 'left', text: one }, { id: 'right', text: other }) })
}

/** Twins of one text whose words were swapped one for one: how many swaps are shown as what they are? */
function swaps() {
  const rows = rowsOf('spun-pairs.jsonl') ?? []
  const real = rows.map(({ left, right }) => swapsFound(left, right, evidence(left, right)))
  const random = randomOf(11)
  const made = Array.from({ length: 40 }, () => {
    const left = madeText(600, random)
    const right = spin(left, 0.25, VOCABULARY, random)
    return swapsFound(left, right, evidence(left, right))
  })
  for (const [name, set] of [['swapped by program, beside the project', real], ['made texts, one word in four swapped', made]]) {
    const [found, all] = [sum(set, 'found'), sum(set, 'all')]
    console.log(set.length === 0 ? `${name}: not there` : `${name}: ${found} of ${all} swaps shown as they were made (${((100 * found) / all).toFixed(1)} %), ${set.length} pairs`)
  }
}

function sum(rows, field) {
  return rows.reduce((total, row) => total + row[field], 0)
}

function cost() {
  const random = randomOf(3)
  console.log('words   kind                   CPU ms   of it matching   blocks   substitutions   JSON kB')
  for (const words of [1_000, 10_000]) {
    const text = madeText(words, random)
    for (const [name, other] of Object.entries(changed(text, words, random))) {
      const best = [1, 2, 3, 4, 5].map(() => costOf(text, other)).sort((a, b) => a.all - b.all)[0]
      console.log(`${String(words).padStart(6)}  ${name.padEnd(22)} ${ms(best.all)}   ${ms(best.matching)}         ${String(best.result.blocks.length).padStart(6)}   ${String(best.result.substitutions.length).padStart(13)}   ${(JSON.stringify(best.result).length / 1024).toFixed(0).padStart(7)}`)
    }
  }
}

function changed(text, words, random) {
  const paragraphs = text.split('\n\n')
  return {
    'the same': text,
    'swapped 25 %': spin(text, 0.25, VOCABULARY, random),
    'swapped 50 %': spin(text, 0.5, VOCABULARY, random),
    'an editor’s cut': agencyCut(text, VOCABULARY, random),
    'paragraphs shuffled': [...paragraphs].sort(() => random() - 0.5).join('\n\n'),
    'one paragraph': spin(text, 0.1, VOCABULARY, random).replaceAll('\n\n', ' '),
    'another text': madeText(words, random),
    'a tenth of it': paragraphs.slice(0, Math.ceil(paragraphs.length / 10)).join('\n\n'),
  }
}

function costOf(left, right) {
  const [one, other] = [comparable(left), comparable(right)]
  const begin = process.cpuUsage()
  const matched = matchClosely({ id: 'left', text: one }, { id: 'right', text: other })
  const matching = cpu(begin)
  const result = evidenceOf({ left: one, right: other, ...matched })
  return { matching, all: cpu(begin), result }
}

function clusters() {
  console.log('versions   read   evidence CPU ms   family CPU ms   stack CPU ms')
  for (const count of [40, 500]) {
    const random = randomOf(5)
    const wire = madeText(700, random)
    const [principal, ...members] = Array.from({ length: count }, (_, at) => versionOf(at, wire, random))
    const begin = process.cpuUsage()
    const read = members.slice(0, READ_MOST).map((one) => ({ ...one, evidence: evidence(principal.text.text, one.text.text) }))
    const proved = cpu(begin)
    const cluster = { id: '1', principalId: principal.side.articleId, members: [] }
    const drawn = process.cpuUsage()
    familyOf({ cluster, principal: principal.side, principalText: principal.text, members, read, matches: [] })
    const family = cpu(drawn)
    const stacked = process.cpuUsage()
    stackOf({ cluster, reference: principal.side, referenceText: principal.text.text, members: read, more: members.length - read.length })
    console.log(`${String(count).padStart(8)}   ${String(read.length).padStart(4)}          ${ms(proved)}        ${ms(family)}       ${ms(cpu(stacked))}`)
  }
}

/** The first is the text as the agency sent it; each other changed a word in forty and left out its end. */
function versionOf(at, wire, random) {
  const paragraphs = (at === 0 ? wire : spin(wire, 0.025, VOCABULARY, random)).split('\n\n')
  const text = comparable(paragraphs.slice(0, paragraphs.length - (at % 3)).join('\n\n'))
  const id = String(at + 1)
  const side = { articleId: id, words: text.words.length, completeness: 'complete', publishedAt: new Date(Date.UTC(2026, 0, 1 + (at % 20))).toISOString(), documentArticles: 1 }
  const relation = { left: id, right: '1', relation: 'near-duplicate', passages: [], substitutions: [], reasons: [], containment: { left: 0.9, right: 0.9 }, matchedWords: text.words.length - (at % 7) }
  return { side, text, ...(at > 0 && { relation }) }
}

function cpu(begin) {
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000
}

function ms(value) {
  return value.toFixed(0).padStart(8)
}
