// What do invented articles look like in bulk? News-like by their numbers: Zipf's words, sentences, names, figures and
// dates, and some copies: whole, cut by their end, or with words swapped. The same seed gives the same articles.

const SYLLABLES = 'ba ko ri men tal su ver no pa di lor ge fin tu sha mar el qui ost an'.split(' ')
const COMMON = 'the of to and in a for on that is was with by it at as from be are has said have an but not they who will their this'.split(' ')
const VOCABULARY = 30_000
/** One article in so many is a copy of one before it. */
const COPIED = 12
/** An original is looked for among so many before. */
const REMEMBERED = 2_000

const capital = (word) => word[0].toUpperCase() + word.slice(1)

/** Numbers from 0 to 1: mulberry32, the same for the same seed. */
function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What is said: words by their rank, the most frequent first, and pieces and paragraphs of them. */
function speech(random) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const made = (syllables) => Array.from({ length: syllables }, () => pick(SYLLABLES)).join('')
  const vocabulary = [...new Set([...COMMON, ...Array.from({ length: VOCABULARY }, () => made(2 + Math.floor(random() * 3)))])]
  const names = Array.from({ length: 5_000 }, () => `${capital(made(2))} ${capital(made(2 + Math.floor(random() * 2)))}`)
  // The n-th word is said 1/n as often as the first.
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0]
  const piece = () => {
    const drawn = random()
    if (drawn < 0.04) return pick(names)
    return drawn < 0.06 ? String(Math.floor(10 ** (random() * 5))) : word()
  }
  const sentence = () => `${capital(Array.from({ length: 8 + Math.floor(random() * 24) }, piece).join(' '))}.`
  const paragraph = () => Array.from({ length: 1 + Math.floor(random() * 3) }, sentence).join(' ')
  return { pick, vocabulary, names, word, piece, paragraph }
}

export function generator(seed) {
  const random = randomOf(seed)
  const { pick, vocabulary, names, word, piece, paragraph } = speech(random)
  const fresh = (words) => {
    const paragraphs = []
    for (let count = 0; count < words; count += paragraphs.at(-1).split(' ').length) paragraphs.push(paragraph())
    return paragraphs
  }
  const swapped = (text) => text.split(' ').map((one) => (random() < 0.15 ? word() : one)).join(' ')
  const copyOf = (paragraphs) => {
    const drawn = random()
    if (drawn < 0.4) return paragraphs
    return drawn < 0.7 ? paragraphs.slice(0, Math.ceil(paragraphs.length * 0.6)) : paragraphs.map(swapped)
  }
  const before = []
  let originals = 0
  return {
    random,
    /** Words by their rank, the most frequent first. */
    vocabulary,
    /** A line of JSON as the service takes it: `{id, title, text, byline, publisher, publishedAt}`. */
    article(at) {
      const copied = before.length > 0 && at % COPIED === COPIED - 1
      const paragraphs = copied ? copyOf(pick(before)) : fresh(250 + Math.floor(random() * 250))
      if (!copied) before[originals++ % REMEMBERED] = paragraphs
      return {
        id: `n${at}`,
        title: capital(Array.from({ length: 7 }, piece).join(' ')),
        text: paragraphs.join('\n\n'),
        byline: pick(names),
        publisher: `Paper ${at % 40}`,
        publishedAt: new Date(1_600_000_000_000 + at * 3_600_000).toISOString(),
      }
    },
  }
}
