// How is one version told from another in a few words? By its publisher and file, which readers know it by.
import { day } from '../../evidence/numbers.ts'
import type { Article } from './article.ts'

type Named = Pick<Article, 'publisher' | 'publishedAt' | 'documentName' | 'headline'>

/** "The Harrowmere Courier, 21 November 2024", or the file where no publisher is known. */
export function nameOf(article: Named): string {
  const parts = [article.publisher ?? article.documentName, article.publishedAt === undefined ? undefined : day(article.publishedAt)]
  return parts.filter(Boolean).join(', ')
}

/** Two names that differ: the file is added where publisher and day are the same. */
export function namesOf(left: Named, right: Named): readonly [string, string] {
  const [one, other] = [nameOf(left), nameOf(right)]
  if (one !== other) return [one, other]
  const [file, otherFile] = [`${one} (${left.documentName})`, `${other} (${right.documentName})`]
  return file === otherFile ? [`${file}, left`, `${otherFile}, right`] : [file, otherFile]
}
