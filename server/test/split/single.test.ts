// Is a single article left whole, whatever it is built of? Each trap looks like a digest in one way.
import { describe, expect, it } from 'vitest'
import { textPage } from '../../src/extract/text.ts'
import { splitPage } from '../../src/split/split.ts'
import { inventItems } from './digests.ts'

const BODIES = inventItems(10).map((item) => item.body)
const body = (at: number): string => BODIES[at % BODIES.length] ?? ''

const TRAPS: Readonly<Record<string, string>> = {
  'sub-headings': `The Long Way Round the Coast\n\nBy Nell Harrow\n\n${['What was lost', 'Who will pay', 'New ambitions', 'A wider view'].map((line, at) => `${line}\n\n${body(at)}`).join('\n\n')}`,
  'questions and answers': `Five Questions About the New Pier\n\nBy Ivo Santer\n\nMarch 4, 2019\n\n${['Who owns the pier?', 'Why did it fall?', 'When will it open?', 'What does it cost?'].map((line, at) => `${line}\n\n${body(at)}`).join('\n\n')}`,
  'a live report': `Storm on the Coast: Live Updates\n\n${['The harbour is closed', 'Trams stop for the night', 'The bridge is open again'].map((line, at) => `${line}\n\nBy Mara Quill\n\nMarch ${at + 3}, 2019\n\n${body(at)}`).join('\n\n')}`,
  'a list of tips': `Seven Ways to Keep a Boat Dry\n\nBy Lena Ostrow\n\n${[1, 2, 3, 4, 5, 6, 7].map((number) => `${number}. Check the seams before the winter comes\n\n${body(number)}`).join('\n\n')}`,
  'a link in its middle': `Council Looks at the Harbour Again\n\n${body(1)}\n\nread more\n\n${body(2)}\n\nread more\n\n${body(3)}`,
  'a refrain': `The Song of the Quay\n\n${[1, 2, 3, 4].map((at) => `The tide will come and the tide will go\n\n${body(at)}`).join('\n\n')}\n\nThe tide will come and the tide will go`,
  'scene breaks': `A Winter on the Island\n\nBy Tobias Wend\n\n${[1, 2, 3, 4].map(body).join('\n\n* * *\n\n')}`,
  'scene breaks with headings': `A Winter on the Island\n\nBy Tobias Wend\n\n${[1, 2, 3, 4].map((at) => `${['Snow', 'The ice road', 'Visitors', 'Thaw'][at - 1] ?? ''}\n\n${body(at)}`).join('\n\n* * *\n\n')}`,
  'rules in Markdown': `# A Winter on the Island\n\n${[1, 2, 3, 4].map((at) => `## Part ${at} of the story\n\n${body(at)}`).join('\n\n---\n\n')}`,
  'dates of a timeline': `How the Harbour Was Lost\n\nBy Nell Harrow\n\n${[1, 2, 3, 4].map((at) => `March ${at}, 2019\n\n${body(at)}`).join('\n\n')}`,
  'a pull quote': `The Keeper of the Light\n\n${body(1)}\n\n“Nobody wanted it to be lost”\n\n${body(2)}\n\n“Nobody wanted it to be lost”\n\n${body(3)}`,
  'a mail with its answers': `From: Nell Harrow <nell@example.org>\nDate: March 3, 2019\nSubject: Re: The pier\n\n${body(1)}\n\nFrom: Ivo Santer <ivo@example.org>\nDate: March 2, 2019\nSubject: The pier\n\n${body(2)}`,
  'two bylines of a pair': `Council Votes on the Pier at Last\n\nBy Nell Harrow\n\nBy Ivo Santer\n\nMarch 4, 2019\n\n${body(1)}\n\n${body(2)}`,
  'comments below': `Council Votes on the Pier at Last\n\nBy Nell Harrow\n\n${body(1)}\n\n${[1, 2, 3, 4].map((at) => `I was there and it was late\n\n${body(at)}\n\nPosted by: Alex Moor | March ${at}, 2019`).join('\n\n')}`,
}

describe('a single article', () => {
  for (const [name, text] of Object.entries(TRAPS)) {
    it(`is left whole: ${name}`, () => {
      expect(splitPage(textPage(text)).map((unit) => unit.blocks[0]?.text)).toHaveLength(1)
    })
  }

  it('is left whole where later parts quote by surname whom the first part introduced', () => {
    const part = (at: number): string => `The Council and the Sea in Part Number ${at}\n\n“It will hold,” Wend said. ${body(at)}`
    const text = `The Council and the Sea in Part Number 0\n\nTobias Wend, the engineer, looked at the wall. ${body(0)}\n\n---\n\n${[1, 2, 3].map(part).join('\n\n---\n\n')}`
    expect(splitPage(textPage(text))).toHaveLength(1)
  })
})
