// Invented news for tests of digests: a made-up coast, no real person or outlet.

export interface Item {
  readonly headline: string
  readonly author: string
  readonly body: string
}

const SUBJECTS = ['harbour crane', 'tram line', 'lighthouse', 'salt works', 'ferry pier', 'town archive', 'fish market', 'observatory', 'bell foundry', 'canal lock']
const AUTHORS = ['Nell Harrow', 'Ivo Santer', 'Mara Quill', 'Tobias Wend', 'Lena Ostrow']

/** Items with bodies of their own; `count` up to 30. */
export function inventItems(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, at) => {
    const subject = SUBJECTS[at % SUBJECTS.length] ?? 'pier'
    const round = Math.floor(at / SUBJECTS.length) + 1
    return {
      headline: `Council Votes to Rebuild the ${subject.replace(/\b\w/g, (letter) => letter.toUpperCase())} for Round ${round}`,
      author: AUTHORS[at % AUTHORS.length] ?? 'Nell Harrow',
      body: bodyOn(subject, round),
    }
  })
}

function bodyOn(subject: string, round: number): string {
  return [
    `Residents of Velmouth gathered on Tuesday to hear how the ${subject} would be rebuilt after the winter storms of year ${round}, and most of them stayed until midnight.`,
    `The plan for the ${subject} costs four million crowns, according to the treasurer, and the work is to begin before the herring fleet comes home.`,
    `“Nobody wanted the ${subject} to be lost,” said one of the older shopkeepers on the quay.`,
    `Whether the ${subject} will look as it did before the storm is still open, and a second hearing is set for the spring.`,
  ].join('\n\n')
}
