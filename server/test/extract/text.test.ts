// Is the story told from its furniture in plain text, and nothing lost of either?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textPage } from '../../src/extract/text.ts'
import { adversarial, expectCovered, millisecondsOf } from './laws.ts'

const reasonOf = (line: string): string | undefined => textPage(`The first words of a story.\n\n${line}\n\nThe last words of a story.`).blocks[1]?.furniture

describe('furniture on plain text', () => {
  const known: readonly (readonly [string, string])[] = [
    ['Advertisement', 'advertisement'], ['SKIP ADVERTISEMENT', 'advertisement'], ['Story continues below', 'advertisement'], ['Anzeige', 'advertisement'],
    ['Share full article', 'sharing'], ['Facebook Twitter Email Print', 'sharing'], ['Follow us on Twitter and Telegram', 'sharing'],
    ['Subscribe to The Gazette to go on reading without a limit.', 'paywall'], ['This article is for subscribers only.', 'paywall'], ['Cet article est réservé aux abonnés', 'paywall'],
    ['To continue reading, log in or start a trial.', 'paywall'], ['Sign up for our daily newsletter', 'promotion'], ['Get it sent to your inbox.', 'promotion'],
    ['A fisherman mends his nets in Velmouth in 2018.Credit...Nell Harrow for The Gazette', 'caption'], ['The quay after the storm. (Photo by Ivo Santer)', 'caption'], ['Photograph: Mara Quill/The Gazette', 'caption'], ['Foto: Mara Quill/dpa', 'caption'],
    ['A version of this report appears in print on March 3, 2019, Section A, Page 4 with the headline: The Pier.', 'print-note'],
    ['Nell Harrow and Ivo Santer contributed reporting.', 'author-note'], ['Reporting by Nell Harrow; Editing by Ivo Santer', 'author-note'],
    ['read more', 'read-more'], ['Weiterlesen', 'read-more'], ['Related stories', 'related-links'], ['Read also: How the Pier Was Built', 'related-links'],
    ['Copyright 2019 The Gazette', 'copyright'], ['© 2019 Gazette Media. All rights reserved.', 'copyright'], ['We use cookies to improve your visit.', 'cookie-notice'],
    ['Comments are closed.', 'comments'], ['Newspapers in English', 'masthead'], ['LENGTH: 812 words', 'database-field'], ['3 of 50 DOCUMENTS', 'database-field'],
    ['Page 4 of 12', 'page-number'], ['- 7 -', 'page-number'], ['* * *', 'separator'], ['Sent from my phone', 'signature'],
  ]
  for (const [line, reason] of known) {
    it(`knows “${line}” for ${reason}`, () => expect(reasonOf(line)).toBe(reason))
  }

  const story = [
    'Advertising revenue fell at the harbour.', '“It will hold.”', 'He did not answer.', 'A wider view', 'What is known so far', 'Popular tourist boat sinks off Velmouth',
    'Support for the mayor grew after the storm.', 'Subscribers to the old ferry line protested.', 'Research from the observatory shows that the sea is rising.',
    'The author is expected to appear in court.', 'She asked readers to share the story of the pier with their children.', 'Cookies were handed out at the gate.', 'Why now?',
  ]
  for (const line of story) {
    it(`leaves “${line}” in the story`, () => expect(reasonOf(line)).toBeUndefined())
  }
})

describe('lines and paragraphs', () => {
  it('joins the lines of a hard-wrapped mail', () => {
    const lines = 'The council of Velmouth met on Tuesday night to hear how the pier\nwould be rebuilt after the storms, and most of those who had come\nstayed in the hall until well after midnight to ask what the work\nwould cost them in the end.\n\nNobody knew the answer to that, said the treasurer of the town, who\nhad brought four boxes of papers and opened none of them while the\nmeeting went on.'
    expect(textPage(lines).blocks).toHaveLength(2)
  })

  it('keeps a paragraph a line apart where lines are not wrapped', () => {
    expect(textPage('One sentence stands here.\nAnother stands here.\nA third one stands here too.').blocks).toHaveLength(3)
  })

  it('keeps headline and byline apart', () => {
    expect(textPage('Council Votes on the Pier\nBy Nell Harrow\n\nThe council voted.').blocks).toHaveLength(3)
  })
})

describe('laws', () => {
  it('covers all of any text, in order and without overlap', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expectCovered(textPage(text))), { numRuns: 300 })
    fc.assert(fc.property(fc.array(fc.constantFrom('Advertisement', 'By Nell Harrow', '', 'A line of text', '---', 'Some words that end here.', '\u2028', '\f'), { maxLength: 40 }), (lines) => expectCovered(textPage(lines.join('\n')))))
  })

  it('reads adversarial text in time that grows no faster than the text', () => {
    for (const make of adversarial) {
      millisecondsOf(() => textPage(make(2_000)))
      const small = millisecondsOf(() => textPage(make(25_000)))
      const large = millisecondsOf(() => textPage(make(100_000)))
      expect(large, make.name).toBeLessThan(small * 14 + 250)
    }
  })
})
