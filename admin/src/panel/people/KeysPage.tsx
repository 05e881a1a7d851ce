// Which programs may come in? By API keys, each shown once, with a role and perhaps an end; withdrawn here.
import { useState, type FormEvent, type ReactElement } from 'react'
import { useGetList, useNotify } from 'react-admin'
import type { KeyAnswer } from '../../../../server/src/http/contract/people.ts'
import { sentenceOf } from '../../api.ts'
import { day } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { Ago } from '../frame/Ago.tsx'
import { Dialog } from '../frame/Dialog.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { ShownOnce } from './ShownOnce.tsx'
import { RoleChoice } from './UsersPage.tsx'

const ROWS = 50

export function KeysPage(): ReactElement {
  const [page, setPage] = useState(1)
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<{ readonly name: string; readonly key: string }>()
  const { data, total, error, isPending, refetch } = useGetList<KeyAnswer>('keys', { pagination: { page, perPage: ROWS }, sort: { field: 'createdAt', order: 'DESC' } })
  return (
    <Page
      title="Keys"
      intro={<>For programs: send one as <code>Authorization: Bearer KEY</code>.</>}
      actions={
        <button type="button" className="strong" onClick={() => setMaking(true)}>
          Make a key
        </button>
      }
    >
      {error !== null && <Failed what="The keys" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {made !== undefined && <ShownOnce what={`Key “${made.name}”.`} secret={made.key} onDone={() => setMade(undefined)} />}
      {total === 0 && <Empty why="nothing-yet" title="No keys yet." />}
      <ul className="people">
        {(data ?? []).map((key) => (
          <Key key={key.id} apiKey={key} />
        ))}
      </ul>
      <Pager page={page} perPage={ROWS} total={total ?? 0} onPage={setPage} />
      <Dialog title="Make a key" open={making} onClose={() => setMaking(false)}>
        <NewKey
          onMade={(key) => {
            setMade(key)
            setMaking(false)
          }}
          onCancel={() => setMaking(false)}
        />
      </Dialog>
    </Page>
  )
}

function Key({ apiKey }: { readonly apiKey: KeyAnswer }): ReactElement {
  const notify = useNotify()
  const { id, name, prefix, role, createdAt, expiresAt, lastUsedAt } = apiKey
  const withdraw = (): void => {
    call(`/api/keys/${id}`, { method: 'DELETE' }).then(
      () => {
        notify(`“${name}” opens nothing any more.`, { type: 'info' })
        outdated('keys')
      },
      (error: unknown) => notify(sentenceOf(error), { type: 'warning' }),
    )
  }
  return (
    <li className="person">
      <div>
        <strong>{name}</strong> <code>{prefix}…</code>
        <p className="facts">
          {role} · made <Ago at={createdAt} /> · {lastUsedAt === undefined ? 'never used' : <>last used <Ago at={lastUsedAt} /></>}
          {expiresAt !== undefined && <> · until {day(expiresAt)}</>}
        </p>
      </div>
      <button type="button" className="plain" onClick={withdraw} aria-label={`Withdraw ${name}`}>
        Withdraw
      </button>
    </li>
  )
}

function NewKey({ onMade, onCancel }: { readonly onMade: (key: { name: string; key: string }) => void; readonly onCancel: () => void }): ReactElement {
  const [error, setError] = useState<unknown>()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== ''))
    call<{ name: string; key: string }>('/api/keys', { method: 'POST', body: given }).then((key) => {
      outdated('keys')
      onMade(key)
    }, setError)
  }
  return (
    <form className="stacked" onSubmit={submit}>
      <label>
        Name
        <input name="name" maxLength={200} required placeholder="What uses it" />
      </label>
      <RoleChoice usual="reader" />
      <label>
        <span>
          Valid until <span className="facts">Empty: until it is withdrawn</span>
        </span>
        <input name="expiresAt" type="date" />
      </label>
      {error !== undefined && <p role="alert">{sentenceOf(error)}</p>}
      <div className="dialog-actions">
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        <button className="strong">Make the key</button>
      </div>
    </form>
  )
}
