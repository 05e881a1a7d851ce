// What does the archive know of one article? The clean text beside what was received, and each value with the words it came from.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useCanAccess, useGetOne, useNotify } from 'react-admin'
import { Link, useNavigate, useParams } from 'react-router-dom'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import type { DocumentAnswer } from '../../../../server/src/http/contract/documents.ts'
import { isProblem, sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { usePanelKeys } from '../frame/keys.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { Grounds } from './Grounds.tsx'
import { OriginalText } from './OriginalText.tsx'
import { StandingChip } from './StandingChip.tsx'

/** Lists leave their rows in the library's memory, and a row has no text: the whole article is remembered apart. */
const whole = (id: string) => ({ id, meta: { whole: true } })

export function ArticleShow(): ReactElement {
  const { id = '' } = useParams()
  const { data: article, error, isPending, refetch } = useGetOne<ArticleAnswer>('articles', whole(id))
  if (isProblem(error, 404)) {
    return (
      <Page title="There is no such article">
        <p>
          The address may be mistyped. <Link to="/articles">To the articles</Link>
        </p>
      </Page>
    )
  }
  if (error !== null) {
    return (
      <Page title="Article">
        <Failed what="The article" error={error} onAgain={() => void refetch()} />
      </Page>
    )
  }
  if (isPending || article === undefined) {
    return (
      <Page title="Article">
        <Skeleton />
      </Page>
    )
  }
  return <Known article={article} onChanged={() => void refetch()} />
}

function Known({ article, onChanged }: { readonly article: ArticleAnswer; readonly onChanged: () => void }): ReactElement {
  const { data: document } = useQuery({ queryKey: ['documents', article.documentId], queryFn: ({ signal }) => call<DocumentAnswer>(`/api/documents/${article.documentId}`, { signal }) })
  const { canAccess: mayEdit } = useCanAccess({ resource: 'articles', action: 'edit' })
  const navigate = useNavigate()
  usePanelKeys(mayEdit === true ? { e: () => void navigate(`/articles/${article.id}`) } : {})
  return (
    <Page
      title={article.headline || 'Without a headline'}
      intro={<>{[article.publisher, article.documentName, amount(article.wordCount, 'word', 'words')].filter(Boolean).join(' · ')} <StandingChip article={article} /></>}
      actions={mayEdit === true && <Acts article={article} onChanged={onChanged} />}
    >
      {article.status === 'binned' && <p className="banner">This article is in the bin: search does not show it. Nothing of it was deleted.</p>}
      {article.issues.length > 0 && (
        <ul className="banner issues">
          {article.issues.map((issue, index) => (
            <li key={index}>{issue.message}</li>
          ))}
        </ul>
      )}
      <p className="ways">
        <a href={`/articles/${article.id}`}>Versions and comparison in the reader</a> · <a href={`/api/documents/${article.documentId}/original`}>Download what was received</a>
        {document !== undefined && document.articleCount > 1 && (
          <>
            {' '}
            · <Link to={`/articles?filter=${encodeURIComponent(JSON.stringify({ documentId: article.documentId }))}`}>{document.articleCount} articles of this file</Link>
          </>
        )}
      </p>
      <Grounds article={article} />
      <div className="beside">
        <section aria-labelledby="clean-text">
          <h2 id="clean-text">Clean text</h2>
          <div className="body" lang={article.language === 'und' ? undefined : article.language}>
            {article.body.split('\n\n').map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </section>
        <section aria-labelledby="original-text">
          <h2 id="original-text">As received</h2>
          {document === undefined ? <Skeleton /> : <OriginalText article={article} document={document} />}
        </section>
      </div>
    </Page>
  )
}

function Acts({ article, onChanged }: { readonly article: ArticleAnswer; readonly onChanged: () => void }): ReactElement {
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const binned = article.status === 'binned'
  const act = (): void => {
    setBusy(true)
    call(`/api/articles/${article.id}${binned ? '/restore' : ''}`, { method: binned ? 'POST' : 'DELETE' })
      .then(() => {
        notify(binned ? 'Restored.' : 'Moved to the bin. It can be restored.', { type: 'info' })
        outdated('articles', 'stats', 'facets')
        onChanged()
      })
      .catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Link className="button" to={`/articles/${article.id}`} aria-keyshortcuts="e">
        Edit <kbd aria-hidden="true">e</kbd>
      </Link>
      <button type="button" disabled={busy} onClick={act}>
        {binned ? 'Restore' : 'Move to the bin'}
      </button>
    </>
  )
}
