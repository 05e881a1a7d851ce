// Which texts is the evidence measured on where no real ones are there? Sentences of made-up news with names, figures and quotations,
// random but the same from run to run; and how a swap that is known is looked up in the evidence.

const SOUNDS = 'ba be bo ca ce co da de do fa fe ga ge ha he la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va ve'.split(' ')

/** Two thousand words that no language has. */
export const VOCABULARY = Array.from({ length: 2_000 }, (_, at) => [at % 37, Math.floor(at / 37) % 37, (at * 7 + Math.floor(at / 11)) % 37].map((sound) => SOUNDS[sound % SOUNDS.length]).join('') + (at % 3 === 0 ? 'n' : at % 3 === 1 ? 'r' : ''))
const PLAIN = 'the a of in to and for with on at from by that was is had'.split(' ')
const NAMES = 'Varden Ostmark Lindhaven Corrow Quillport Teslin Marrowgate Havnik Morrow Farrow Stroud Quist'.split(' ')

export function madeText(words, random) {
  const of = (list) => list[Math.floor(random() * list.length)]
  const paragraphs = []
  for (let made = 0; made < words; ) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, () => {
      const length = 10 + Math.floor(random() * 16)
      made += length
      const sentence = Array.from({ length }, (_, at) => (at % 2 === 0 ? of(PLAIN) : random() < 0.12 ? of(NAMES) : random() < 0.05 ? String(Math.floor(random() * 900)) : of(VOCABULARY)))
      const text = sentence.join(' ')
      return random() < 0.15 ? `“${text},” ${of(NAMES)} said.` : `${text[0].toUpperCase()}${text.slice(1)}.`
    })
    paragraphs.push(sentences.join(' '))
  }
  return paragraphs.join('\n\n')
}

/** Of texts that a program changed word for word: the words changed, and those of them that stand as a swap of just these two. */
export function swapsFound(left, right, evidence) {
  const [ones, others] = [placed(left), placed(right)]
  if (ones.length !== others.length) return { all: 0, found: 0 }
  const shown = new Set(evidence.substitutions.flatMap((one) => one.at.map((at) => `${at.left.begin} ${at.right.begin}`)))
  const plain = (word) => word.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
  let [all, found] = [0, 0]
  ones.forEach((one, at) => {
    const other = others[at]
    if (plain(one.word) === plain(other.word) || plain(one.word) === '' || plain(other.word) === '') return
    all++
    if (shown.has(`${one.begin} ${other.begin}`)) found++
  })
  return { all, found }
}

function placed(text) {
  return Array.from(text.matchAll(/[\p{L}\p{N}][^\s]*/gu), (found) => ({ word: found[0], begin: found.index }))
}
