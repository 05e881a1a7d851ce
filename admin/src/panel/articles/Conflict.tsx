// Who changed what meanwhile? Both values of each field that differs, and the choice; nothing was overwritten.
import { useState, type ReactElement } from 'react'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { Ago } from '../frame/Ago.tsx'
import { differing, draftOf, type Draft } from './draft.ts'
import { FIELD_NAMES } from './Grounds.tsx'

interface ConflictProps {
  readonly base: ArticleAnswer
  readonly mine: Draft
  readonly theirs: ArticleAnswer
  /** The draft to go on with, on the version as it is now. */
  readonly onSettled: (draft: Draft, now: ArticleAnswer) => void
}

export function Conflict({ base, mine, theirs, onSettled }: ConflictProps): ReactElement {
  const before = draftOf(base)
  const now = draftOf(theirs)
  const fields = differing(mine, now)
  const changedByMe = new Set(differing(mine, before))
  const changedByThem = new Set(differing(now, before))
  const [kept, setKept] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>(() => Object.fromEntries(fields.map((field) => [field, changedByThem.has(field) && !changedByMe.has(field) ? 'theirs' : 'mine'])))
  const goOn = (): void => onSettled({ ...now, ...Object.fromEntries(fields.filter((field) => kept[field] === 'mine').map((field) => [field, mine[field]])) } as Draft, theirs)
  return (
    <section className="conflict" role="alert" aria-label="Changed meanwhile">
      <h2>Not saved: somebody changed this article meanwhile</h2>
      <p>
        Version {theirs.version} was saved <Ago at={theirs.updatedAt} />; you began at version {base.version}. Nothing was overwritten. Choose what holds:
      </p>
      {fields.map((field) => (
        <fieldset key={field}>
          <legend>{field === 'tags' ? 'Tags' : FIELD_NAMES[field]}</legend>
          {(['theirs', 'mine'] as const).map((side) => (
            <label key={side} className="switch">
              <input type="radio" name={`keep-${field}`} checked={kept[field] === side} onChange={() => setKept({ ...kept, [field]: side })} />
              <span>
                {side === 'mine' ? 'Yours' : 'Theirs'}: <q>{(side === 'mine' ? mine : now)[field]}</q>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <button type="button" className="strong" onClick={goOn}>
        Go on with this
      </button>
    </section>
  )
}
