// Which text is the story in a mail? Its plain part, or its web page where it has no other; what is attached goes on as files.
import { readFile } from 'node:fs/promises'
import PostalMime from 'postal-mime'
import type { Address, Email } from 'postal-mime'
import type { Clue, Page } from '../domain/page.ts'
import { ProblemError } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { textTooLong } from './decode.ts'
import type { Extracted, FormattedFile } from './extract.ts'
import { htmlPage } from './html.ts'
import { textPage } from './text.ts'

export async function* mailPages(file: FormattedFile, limits: ReadLimits): AsyncIterable<Extracted> {
  const mail = await parsed(file)
  const plain = mail.text?.trim() ? mail.text : undefined
  const text = plain ?? mail.html ?? ''
  if (text.length > limits.textLength) throw textTooLong(file.name, limits)
  if (text.trim() !== '') {
    const page: Page = plain === undefined ? htmlPage(text) : textPage(text)
    yield { ...page, clues: [...page.clues, ...cluesOf(mail)] }
  }
  for (const [at, attachment] of mail.attachments.entries()) {
    // Pictures that the page shows in itself are part of it, not sent along.
    if (attachment.related) continue
    const content = typeof attachment.content === 'string' ? Buffer.from(attachment.content) : new Uint8Array(attachment.content)
    yield { attachment: { name: attachment.filename ?? `attachment ${at + 1}`, content } }
  }
}

async function parsed(file: FormattedFile): Promise<Email> {
  const bytes = await readFile(file.path)
  try {
    return await PostalMime.parse(bytes)
  } catch (cause) {
    throw new ProblemError('damaged', `“${file.name}” is not a readable mail: its parts are malformed.`, [], { cause })
  }
}

function cluesOf(mail: Email): readonly Clue[] {
  const clues: Clue[] = []
  const subject = mail.subject?.replace(/^(\s*(re|fwd?|aw|wg)\s*:)+/i, '').trim()
  if (subject) clues.push({ field: 'headline', value: subject, source: 'markup' })
  if (mail.from?.name) clues.push({ field: isPerson(mail.from) ? 'byline' : 'publisher', value: mail.from.name, source: 'markup' })
  if (mail.date) clues.push({ field: 'publishedAt', value: mail.date, source: 'markup' })
  return clues
}

// A person's address repeats the name (`jane.doe@`); a desk's or a newsletter's does not.
function isPerson(from: Address): boolean {
  const box = from.address?.split('@')[0]?.toLowerCase() ?? ''
  return from.name.toLowerCase().split(/[^\p{L}]+/u).some((word) => word.length > 2 && box.includes(word))
}
