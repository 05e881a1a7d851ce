// What happens to an article on its way? Made changes of a known strength, for measuring: a spinner's swaps, a paywall's
// cut with page furniture, a digest, an agency's cut. Random, but the same from run to run.

export function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Swaps this share of all lower-case words for others of `vocabulary`; names and numbers stay. */
export function spin(text, rate, vocabulary, random) {
  return text.replace(/(?<![\p{L}\p{N}-])\p{Ll}+(?![\p{L}\p{N}-])/gu, (word) =>
    random() < rate ? vocabulary[Math.floor(random() * vocabulary.length)] : word,
  )
}

/** The first `share` of the words. */
export function cut(text, share) {
  const ends = [...text.matchAll(/\S+/g)].map((found) => found.index + found[0].length)
  return text.slice(0, ends[Math.max(0, Math.floor(ends.length * share) - 1)])
}

/** Lines of a page before and behind, of about a fifth of the text's length. */
export function furnished(text, random) {
  const line = () => Array.from({ length: 4 + Math.floor(random() * 6) }, () => PAGE_WORDS[Math.floor(random() * PAGE_WORDS.length)]).join(' ')
  const lines = () => Array.from({ length: 3 + Math.floor(random() * 4) }, line).join('\n')
  return `${lines()}\n\n${text}\n\n${lines()}`
}

const PAGE_WORDS = 'Subscribe Home World Business Sport Weather Share Save Print Advertisement Newsletter Menu Login More Today Video Opinion Contact About Privacy Terms Careers Archive Follow'.split(' ')

/** An editor's cut: of three sentences one goes, of the rest every fifth is recast. */
export function agencyCut(text, vocabulary, random) {
  return sentencesOf(text)
    .filter(() => random() > 0.34)
    .map((sentence) => (random() < 0.2 ? spin(sentence, 0.6, vocabulary, random) : sentence))
    .join(' ')
}

export function sentencesOf(text) {
  return text.match(/[^.!?]+[.!?]+["'”’)]*\s*|[^.!?]+$/g)?.map((one) => one.trim()).filter(Boolean) ?? []
}

/** A market report: the same frame, other names and numbers. */
export function marketReport(random) {
  const of = (list) => list[Math.floor(random() * list.length)]
  const figure = () => (random() * 900 + 10).toFixed(2)
  const day = of(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
  const lines = [
    `Shares in ${of(PLACES)} closed ${of(['higher', 'lower'])} on ${day}, led by gains in ${of(FIRMS)} and ${of(FIRMS)}.`,
    `The benchmark index ended the session at ${figure()} points, after ${figure()} points on the day before.`,
    `Turnover came to ${figure()} million crowns, against an average of ${figure()} million over the past month.`,
    `${of(FIRMS)} rose ${figure()} to ${figure()}, while ${of(FIRMS)} fell ${figure()} to ${figure()}.`,
    `Traders said that the market was waiting for figures on prices from ${of(PLACES)}, which are due on ${of(['Monday', 'Thursday'])}.`,
    `In currency dealings the crown stood at ${figure()} to the dollar and at ${figure()} to the euro.`,
    `The yield on ten-year bonds was ${figure()} basis points above that of ${of(PLACES)}, said ${of(PEOPLE)} of ${of(FIRMS)}.`,
  ]
  return lines.join(' ')
}

const PLACES = 'Varden Ostmark Lindhaven Corrow Quillport Teslin Marrowgate Havnik Brennick Sollum'.split(' ')
const FIRMS = ['Karrel Foods', 'Nordane Steel', 'Ivory Rail', 'Pell Mining', 'Astrid Lines', 'Orrin Bank', 'Tamsin Power', 'Holt Chemicals', 'Beck Telecom', 'Vane Motors', 'Lys Textiles', 'Garran Oil']
const PEOPLE = ['Edda Morrow', 'Jonas Pike', 'Lena Stroud', 'Otto Farrow', 'Mira Quist', 'Piet Halloran']
