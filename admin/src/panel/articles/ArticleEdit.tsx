// How is a value corrected? Only what was changed is sent, with the version that was read; where another was faster, both
// values are shown and nothing is overwritten unasked.
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import { Link, useNavigate, useParams } from 'react-router-dom'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { isProblem } from '../../api.ts'
import { call } from '../archive/call.ts'
import { outdated, queries } from '../archive/queries.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { Conflict } from './Conflict.tsx'
import { changesOf, draftOf, EDITED, type Draft } from './draft.ts'
import { FIELD_NAMES } from './Grounds.tsx'

export function ArticleEdit(): ReactElement {
  const { id = '' } = useParams()
  // Not refreshed while somebody types: what they read is what they change.
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['article-to-edit', id], queryFn: () => call<ArticleAnswer>(`/api/articles/${id}`), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  if (data !== undefined) return <Form key={data.id} article={data} />
  return <Page title="Edit article">{isPending ? <Skeleton /> : <Failed what="The article" error={error} onAgain={() => void refetch()} />}</Page>
}

function Form({ article }: { readonly article: ArticleAnswer }): ReactElement {
  const [base, setBase] = useState(article)
  const [draft, setDraft] = useState<Draft>(() => draftOf(article))
  const [theirs, setTheirs] = useState<ArticleAnswer>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const navigate = useNavigate()
  const notify = useNotify()
  const changes = changesOf(draft, base)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (Object.keys(changes).length === 0) return void navigate(`/articles/${base.id}/show`)
    setBusy(true)
    setError(undefined)
    call<ArticleAnswer>(`/api/articles/${base.id}`, { method: 'PATCH', body: changes, headers: { 'if-match': `"${base.version}"` } })
      .then((saved) => {
        queries.setQueriesData({ queryKey: ['articles', 'getOne', { id: base.id }] }, saved)
        outdated('articles', 'facets', 'stats')
        notify('Saved.', { type: 'info' })
        void navigate(`/articles/${base.id}/show`)
      })
      .catch(async (problem: unknown) => {
        if (isProblem(problem, 412)) setTheirs(await call<ArticleAnswer>(`/api/articles/${base.id}`))
        else setError(problem)
      })
      .catch(setError)
      .finally(() => setBusy(false))
  }
  const settle = (mine: Draft, now: ArticleAnswer): void => {
    setBase(now)
    setDraft(mine)
    setTheirs(undefined)
  }
  return (
    <Page title={`Edit “${article.headline}”`} windowTitle={`Edit ${article.headline}`} intro="The text itself stays as it was received; these are the values that were read from it.">
      {error !== undefined && <Failed what="Your change" error={error} />}
      {theirs !== undefined && <Conflict base={base} mine={draft} theirs={theirs} onSettled={settle} />}
      <form className="stacked edit" onSubmit={save}>
        {EDITED.map((field) => (
          <FieldInput key={field} field={field} value={draft[field]} onChange={(value) => setDraft({ ...draft, [field]: value })} />
        ))}
        <Buttons id={article.id} disabled={busy || theirs !== undefined} />
      </form>
    </Page>
  )
}

function Buttons({ id, disabled }: { readonly id: string; readonly disabled: boolean }): ReactElement {
  return (
    <div className="actions">
      <button className="strong" disabled={disabled}>
        Save
      </button>
      <Link className="button" to={`/articles/${id}/show`}>
        Cancel
      </Link>
    </div>
  )
}

const HINTS: Readonly<Partial<Record<keyof Draft, string>>> = { byline: 'Names, one a line', tags: 'Separated by commas', publishedAt: 'A day or a moment, as 2026-04-02 or 2026-04-02T08:30', language: 'ISO 639 code: en, de, fr …' }

function FieldInput({ field, value, onChange }: { readonly field: keyof Draft; readonly value: string; readonly onChange: (value: string) => void }): ReactElement {
  const name = field === 'tags' ? 'Tags' : FIELD_NAMES[field]
  return (
    <label>
      <span>
        {name} {HINTS[field] !== undefined && <span className="facts">{HINTS[field]}</span>}
      </span>
      {field === 'completeness' ? (
        <select value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="complete">Complete</option>
          <option value="incomplete">Stops early</option>
        </select>
      ) : field === 'byline' || field === 'dek' ? (
        <textarea rows={field === 'byline' ? 2 : 3} value={value} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input value={value} required={field === 'headline' || field === 'language'} onChange={({ target }) => onChange(target.value)} />
      )}
    </label>
  )
}
