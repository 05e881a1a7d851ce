// Do set marks number the articles? Press databases write `3 of 50 DOCUMENTS`, mail digests a From and a Subject over each.
import type { Look } from './look.ts'
import { foldLine } from '../domain/line.ts'

/** Block numbers at which articles begin by such marks, and which marks they were; empty for fewer than two. */
export function markedStarts(looks: readonly Look[]): { readonly starts: readonly number[]; readonly hint: string } {
  const numbered = documentNumbers(looks)
  if (numbered.length >= 2) return { starts: numbered, hint: 'database-number' }
  const ended = afterEnds(looks)
  if (ended.length >= 2) return { starts: ended, hint: 'end-of-document' }
  const mails = mailHeads(looks)
  if (mails.length >= 2) return { starts: mails, hint: 'mail-head' }
  return { starts: [], hint: '' }
}

function documentNumbers(looks: readonly Look[]): number[] {
  const starts: number[] = []
  let total = ''
  let last = 0
  for (const [at, look] of looks.entries()) {
    if (look.words > 6) continue
    const found = /^(?:document )?(\d{1,5}) (?:of|von|de|sur|di|van) (\d{1,5})(?: (?:documents?|dokumente[n]?|documentos|articles?))?$/i.exec(foldLine(look.block.text))
    if (found === null || !/[a-z]{5}/i.test(found[0])) continue
    const number = Number(found[1])
    if (number <= last || (total !== '' && found[2] !== total)) continue
    total = found[2] ?? ''
    last = number
    starts.push(at)
  }
  return starts
}

function afterEnds(looks: readonly Look[]): number[] {
  const ends = looks.flatMap((look, at) =>
    look.words <= 4 && /^(?:end of (?:document|article)|document [A-Z]{2,8}\d{6,}\S*)$/i.test(foldLine(look.block.text)) ? [at] : [])
  if (ends.length === 0) return []
  const last = ends.at(-1) ?? 0
  const starts = [afterCover(looks), ...ends.map((at) => at + 1)]
  return starts.filter((start) => start <= last || looks.slice(start).some((look) => look.paragraph))
}

/** Past the cover sheet of an export, which lists its documents: where the first one's title stands again. */
function afterCover(looks: readonly Look[]): number {
  const list = looks.slice(0, LONGEST_COVER).findIndex((look) => look.words <= 3 && /^(?:documents?|dokumente|documentos) \(\d+\)$/i.test(foldLine(look.block.text)))
  if (list < 0) return 0
  const title = looks.slice(list).find((look) => look.number === 1)?.key ?? ''
  const again = looks.findIndex((look, at) => at > list && look.number === undefined && look.key === title)
  return title === '' || again < 0 ? 0 : again
}

const LONGEST_COVER = 40

const MAIL_FIELD = /^(from|to|cc|subject|date|sent|reply-to|message|von|an|betreff|datum|gesendet|de|para|asunto|fecha|objet|envoyé)\s*:\s*(\S.*)$/i

function mailHeads(looks: readonly Look[]): number[] {
  const starts: number[] = []
  const subjects = new Set<string>()
  for (let at = 0; at < looks.length; at += 1) {
    const fields = fieldsFrom(looks, at)
    if (fields.size < 2 || ![...fields.keys()].some((name) => /^(?:subject|betreff|asunto|objet)$/.test(name))) continue
    const subject = [...fields].find(([name]) => /^(?:subject|betreff|asunto|objet)$/.test(name))?.[1] ?? ''
    if (!subjects.has(subject)) starts.push(at)
    subjects.add(subject)
    at += fields.size - 1
  }
  return starts
}

function fieldsFrom(looks: readonly Look[], begin: number): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (let at = begin; at < looks.length && at < begin + 10; at += 1) {
    const look = looks[at]
    const found = look === undefined || look.block.text.length > 400 ? null : MAIL_FIELD.exec(foldLine(look.block.text))
    if (found === null) break
    fields.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').replace(/^(?:re|aw|fwd?):\s*/i, '').toLowerCase())
  }
  return fields
}
