// Who may come in, and as what? Added, changed and shut out here; the service never leaves itself without an administrator.
import { useState, type FormEvent, type ReactElement } from 'react'
import { useGetList, useNotify } from 'react-admin'
import type { UserAnswer } from '../../../../server/src/http/contract/people.ts'
import { sentenceOf } from '../../api.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { Ago } from '../frame/Ago.tsx'
import { Dialog } from '../frame/Dialog.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { ShownOnce } from './ShownOnce.tsx'

const ROWS = 50
type Role = UserAnswer['role']
const ROLES = ['reader', 'contributor', 'curator', 'admin'] as const satisfies readonly Role[]

export const ROLE_SAYS: Readonly<Record<Role, string>> = {
  reader: 'searches and reads', contributor: 'and adds files', curator: 'and corrects, decides and bins', admin: 'and keeps users, keys and settings',
}

export function UsersPage(): ReactElement {
  const [page, setPage] = useState(1)
  const [adding, setAdding] = useState(false)
  const [link, setLink] = useState<{ readonly url: string; readonly name: string }>()
  const { data, total, error, isPending, refetch } = useGetList<UserAnswer>('users', { pagination: { page, perPage: ROWS }, sort: { field: 'email', order: 'ASC' } })
  return (
    <Page
      title="Users"
      intro="Each role has the rights of those before it."
      actions={
        <button type="button" className="strong" onClick={() => setAdding(true)}>
          Add a user
        </button>
      }
    >
      {error !== null && <Failed what="The users" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {link !== undefined && <ShownOnce what={`Sign-in link for ${link.name}; it works once, within fifteen minutes.`} secret={link.url} onDone={() => setLink(undefined)} />}
      <ul className="people">
        {(data ?? []).map((user) => (
          <Person key={user.id} user={user} onLink={(url) => setLink({ url, name: user.name })} />
        ))}
      </ul>
      <Pager page={page} perPage={ROWS} total={total ?? 0} onPage={setPage} />
      <Dialog title="Add a user" open={adding} onClose={() => setAdding(false)}>
        <NewUser onDone={() => setAdding(false)} />
      </Dialog>
    </Page>
  )
}

function Person({ user, onLink }: { readonly user: UserAnswer; readonly onLink: (url: string) => void }): ReactElement {
  const notify = useNotify()
  const tell = (error: unknown): void => notify(sentenceOf(error), { type: 'warning' })
  const change = (changes: Partial<Pick<UserAnswer, 'role' | 'disabled'>>, said: string): void => {
    call(`/api/users/${user.id}`, { method: 'PATCH', body: changes }).then(() => {
      notify(said, { type: 'info' })
      outdated('users')
    }, tell)
  }
  const link = (): void => {
    call<{ url: string }>(`/api/users/${user.id}/sign-in-link`, { method: 'POST', body: { goTo: '/admin/' } }).then(({ url }) => onLink(url), tell)
  }
  return (
    <li className={user.disabled ? 'person shut' : 'person'}>
      <div>
        <strong>{user.name}</strong> {user.name !== user.email && <span className="facts">{user.email}</span>}
        <p className="facts">
          {user.disabled ? 'Shut out · ' : user.lastSeenAt !== undefined && <>Last here <Ago at={user.lastSeenAt} /> · </>}added <Ago at={user.createdAt} />
        </p>
      </div>
      <label>
        <span className="hidden">Role of {user.name}</span>
        <select value={user.role} onChange={({ target }) => change({ role: target.value as Role }, `${user.name} is ${target.value} now.`)}>
          {ROLES.map((role) => (
            <option key={role}>{role}</option>
          ))}
        </select>
      </label>
      <div className="actions">
        {!user.disabled && (
          <button type="button" className="plain" onClick={link} aria-label={`Make a sign-in link for ${user.name}`}>
            Sign-in link
          </button>
        )}
        <button type="button" className="plain" onClick={() => change({ disabled: !user.disabled }, user.disabled ? `${user.name} may come in again.` : `${user.name} is shut out.`)} aria-label={`${user.disabled ? 'Let in' : 'Shut out'} ${user.name}`}>
          {user.disabled ? 'Let in' : 'Shut out'}
        </button>
      </div>
    </li>
  )
}

function NewUser({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [error, setError] = useState<unknown>()
  const notify = useNotify()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== ''))
    call<UserAnswer>('/api/users', { method: 'POST', body: given }).then((user) => {
      notify(`${user.name} was added.`, { type: 'info' })
      outdated('users')
      onDone()
    }, setError)
  }
  return (
    <form className="stacked" onSubmit={submit}>
      <label>
        E-mail
        <input name="email" type="email" required />
      </label>
      <label>
        Name
        <input name="name" maxLength={200} />
      </label>
      <RoleChoice usual="contributor" />
      <label>
        <span>
          Password <span className="facts">Leave it empty to let them in by a sign-in link</span>
        </span>
        <input name="password" type="password" autoComplete="new-password" minLength={12} />
      </label>
      {error !== undefined && <p role="alert">{sentenceOf(error)}</p>}
      <div className="dialog-actions">
        <button type="button" onClick={onDone}>
          Cancel
        </button>
        <button className="strong">Add the user</button>
      </div>
    </form>
  )
}

export function RoleChoice({ usual }: { readonly usual: Role }): ReactElement {
  return (
    <label>
      Role
      <select name="role" defaultValue={usual}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {role}: {ROLE_SAYS[role]}
          </option>
        ))}
      </select>
    </label>
  )
}
