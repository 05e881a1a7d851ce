// Which articles were told apart for good? Pairs and groups, who said so and when; a conflict is shown where something came
// in that holds them together all the same. Restore lets them come together again.
import type { ReactElement } from 'react'
import { useCanAccess } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import type { ExclusionRecord } from '../../../../server/src/http/contract/decisions.ts'
import { amount } from '../../evidence/numbers.ts'
import { isRelation, wordsFor } from '../../evidence/words.ts'
import { Ago } from '../frame/Ago.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { useExclusions } from './decisions.ts'
import './history.css'
import { useUndoing, type Undoing } from './undoing.tsx'

const ROWS = 25

export function ExclusionsPage(): ReactElement {
  const [address, goTo] = useSearchParams()
  const conflicts = address.get('conflict') === 'true'
  const page = Math.max(1, Math.floor(Number(address.get('page'))) || 1)
  const question = new URLSearchParams({ page: String(page), perPage: String(ROWS), sort: 'id', order: 'desc', ...(conflicts && { conflict: 'true' }) }).toString()
  const { data, error, isPending, isPlaceholderData, refetch } = useExclusions(question)
  const undoing = useUndoing()
  return (
    <Page title="Exclusions" intro="Articles that somebody told apart. They are not grouped again, whatever comes in, until they are restored." actions={<Link className="button" to="/decisions">History</Link>}>
      <div className="tabs" role="group" aria-label="Show">
        {[false, true].map((one) => (
          <button key={String(one)} type="button" aria-pressed={one === conflicts} onClick={() => goTo(one ? { conflict: 'true' } : {})}>
            {one ? 'In conflict' : 'All'}
          </button>
        ))}
      </div>
      {error !== null && <Failed what="The exclusions" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={8} />}
      {data?.total === 0 && <Nothing conflicts={conflicts} />}
      {data !== undefined && data.total > 0 && (
        <div className={isPlaceholderData ? 'fetching' : undefined}>
          <ul className="exclusions">
            {data.data.map((exclusion) => (
              <One key={exclusion.decision} exclusion={exclusion} undoing={undoing} />
            ))}
          </ul>
          <Pager page={page} perPage={ROWS} total={data.total} onPage={(next) => goTo({ ...(conflicts && { conflict: 'true' }), page: String(next) })} />
        </div>
      )}
      {undoing.dialog}
    </Page>
  )
}

function One({ exclusion, undoing }: { readonly exclusion: ExclusionRecord; readonly undoing: Undoing }): ReactElement {
  const { canAccess } = useCanAccess({ resource: 'decisions', action: 'withdraw' })
  const { decision, kind, articles, others, relation, by, at, note, conflict } = exclusion
  const restored = { id: decision, kind, articles: articles.map(({ articleId }) => articleId), others: others.map(({ articleId }) => articleId), effect: `${named(articles)} ≠ ${named(others)}`, actor: by, decidedAt: at }
  return (
    <li className={conflict === undefined ? 'exclusion' : 'exclusion in-conflict'}>
      <Side articles={articles} />
      <span className="apart">
        <span aria-hidden="true">≠</span>
        <span className="hidden">is not a copy of</span>
      </span>
      <Side articles={others} />
      <div className="exclusion-facts">
        {conflict !== undefined && (
          <p className="exclusion-conflict">
            <span aria-hidden="true">!</span> Conflict: {conflict}
          </p>
        )}
        <p className="facts">
          {by}, <Ago at={at} />
          {relation !== undefined && isRelation(relation) && ` · ${wordsFor(relation).label}`}
          {note !== undefined && ` · “${note}”`}
        </p>
      </div>
      {canAccess === true && (
        <button type="button" className="plain" disabled={undoing.busy !== undefined} onClick={() => undoing.undo(restored)}>
          Restore
          <span className="hidden">: {named(articles)}</span>
        </button>
      )}
    </li>
  )
}

function Side({ articles }: { readonly articles: ExclusionRecord['articles'] }): ReactElement {
  return (
    <ul className="side">
      {articles.map(({ articleId, headline, publisher }) => (
        <li key={articleId}>
          <Link className="version-headline" to={`/articles/${articleId}/show`}>
            {headline || 'Without a headline'}
          </Link>
          {publisher !== undefined && <span className="facts"> {publisher}</span>}
        </li>
      ))}
    </ul>
  )
}

function named(articles: ExclusionRecord['articles']): string {
  const first = articles[0]?.headline || 'Without a headline'
  return articles.length > 1 ? `“${first}” and ${amount(articles.length - 1, 'other', 'others')}` : `“${first}”`
}

function Nothing({ conflicts }: { readonly conflicts: boolean }): ReactElement {
  if (conflicts) return <Empty why="all-done" title="No exclusion is in conflict." />
  return (
    <Empty why="nothing-yet" title="Nothing was told apart yet.">
      <p>
        “Not a duplicate” in the <Link to="/review">review</Link> is kept here.
      </p>
    </Empty>
  )
}
