// How is a receipt said in a sentence? "14 articles from 5 files: 10 new, 4 copies of what is there."
import type { UploadAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { amount, counted } from '../../evidence/numbers.ts'

export function receiptSentence({ files, outcomes, articles, removed }: UploadAnswer): string {
  const all = articles.new + articles.copies
  if (files === 0 && removed !== undefined) return `Taken out again${removed.by === undefined ? '' : ` by ${removed.by}`}: ${amount(removed.files, 'file', 'files')}.`
  if (outcomes.waiting > 0) return `${counted(files - outcomes.waiting)} of ${amount(files, 'file', 'files')} read; ${amount(all, 'article', 'articles')} so far.`
  if (all === 0) return outcomes.copy === files ? `${amount(files, 'file', 'files')}, already in the archive: linked, not stored twice.` : `No article from ${amount(files, 'file', 'files')}.`
  const parts = [articles.new > 0 && `${counted(articles.new)} new`, articles.copies > 0 && amount(articles.copies, 'copy of what is there', 'copies of what is there')]
  return `${amount(all, 'article', 'articles')} from ${amount(files, 'file', 'files')}: ${parts.filter(Boolean).join(', ')}.`
}
