// Who else wrote about it? Independent texts on the same event, and other stories in the same form: not duplicates.
import type { ReactElement } from 'react'
import { RelationChip } from '../../evidence/RelationChip.tsx'
import { Link } from '../frame/Link.tsx'
import type { Article, Surroundings } from './article.ts'
import { nameOf } from './names.ts'

export function Related({ article, around }: { readonly article: Article; readonly around: Surroundings }): ReactElement | null {
  const members = new Set(around.cluster?.members.map((member) => member.articleId))
  const related = around.matches.filter((match) => (match.relation === 'related' || match.relation === 'template') && !members.has(match.right) && around.others.has(match.right))
  if (related.length === 0) return null
  return (
    <section aria-labelledby="related-title">
      <h2 id="related-title">Related coverage</h2>
      <ul className="versions">
        {related.map((match) => {
          const other = around.others.get(match.right)
          return (
            <li key={match.right} className="version">
              <RelationChip relation={match.relation} />
              <div>
                <Link href={`/articles/${match.right}`}>{other?.headline || 'Without a headline'}</Link>
                <p className="facts">
                  {other !== undefined && <span>{nameOf(other)}</span>}
                  <Link href={`/compare/${article.id}/${match.right}`}>Compare</Link>
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
