// What needs more than a key? Of whom it is no copy, what it is to the reference, and a note. Small forms that Enter sends;
// while one is open no letter decides anything.
import { useState, type FormEvent, type ReactElement } from 'react'
import type { Relation } from '../../../../server/src/domain/match.ts'
import { wordsFor } from '../../evidence/words.ts'
import { Dialog } from '../frame/Dialog.tsx'
import type { Cluster } from './cluster.ts'
import { COPIES, STRANGERS } from './kinds.ts'
import { nameIn } from './names.ts'

interface FormProps {
  readonly onClose: () => void
}

interface OnlyOfProps extends FormProps {
  readonly cluster: Cluster
  readonly articles: readonly string[]
  readonly onDone: (from: readonly string[]) => void
}

export function OnlyOfDialog({ cluster, articles, onDone, onClose }: OnlyOfProps): ReactElement {
  const others = cluster.members.filter((member) => !articles.includes(member.articleId))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([cluster.principalId].filter((id) => !articles.includes(id))))
  const turn = (id: string): void => setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (chosen.size > 0) onDone([...chosen])
  }
  const who = articles.length === 1 ? nameIn(cluster, articles[0] as string) : `these ${articles.length}`
  return (
    <Dialog title="Not a duplicate of …" open onClose={onClose}>
      <form className="stacked" onSubmit={send}>
        <fieldset className="choices">
          <legend>Told apart from {who}, now and when they come again:</legend>
          {others.map((member, index) => (
            <label key={member.articleId}>
              <input type="checkbox" checked={chosen.has(member.articleId)} onChange={() => turn(member.articleId)} autoFocus={index === 0} />
              <span>
                {member.publisher !== undefined && <strong>{member.publisher}: </strong>}
                {member.headline || 'Without a headline'}
              </span>
            </label>
          ))}
        </fieldset>
        <Buttons says={`Not a duplicate of ${chosen.size === 1 ? 'this one' : `these ${chosen.size}`}`} off={chosen.size === 0} onClose={onClose} />
      </form>
    </Dialog>
  )
}

interface RelationProps extends FormProps {
  readonly cluster: Cluster
  readonly reference: string
  readonly looked: string
  readonly now: Relation | undefined
  readonly onDone: (relation: Relation) => void
}

export function RelationDialog({ cluster, reference, looked, now, onDone, onClose }: RelationProps): ReactElement {
  const [chosen, setChosen] = useState<Relation>(now ?? 'near-duplicate')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    onDone(chosen)
  }
  return (
    <Dialog title="Set the relation" open onClose={onClose}>
      <form className="stacked" onSubmit={send}>
        <fieldset className="choices">
          <legend>
            To {nameIn(cluster, reference)}, {nameIn(cluster, looked)} is:
          </legend>
          {[...COPIES, ...STRANGERS].map((relation) => (
            <label key={relation}>
              <input type="radio" name="relation" value={relation} checked={chosen === relation} autoFocus={chosen === relation} onChange={() => setChosen(relation)} />
              <span>
                <strong>{wordsFor(relation).label}</strong> – {wordsFor(relation).says.toLowerCase()}
              </span>
            </label>
          ))}
        </fieldset>
        <Buttons says={STRANGERS.includes(chosen) ? 'Set it and take it out' : 'Set it'} onClose={onClose} />
      </form>
    </Dialog>
  )
}

interface NoteProps extends FormProps {
  readonly note: string
  readonly onDone: (note: string) => void
}

export function NoteDialog({ note, onDone, onClose }: NoteProps): ReactElement {
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onDone(String(new FormData(event.currentTarget).get('note') ?? ''))
  }
  return (
    <Dialog title="A note on what you decide" open onClose={onClose}>
      <form className="stacked" onSubmit={send}>
        <label>
          It is kept with your next decision on this cluster.
          <textarea name="note" rows={4} maxLength={2000} defaultValue={note} autoFocus onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.currentTarget.form?.requestSubmit()} />
        </label>
        <Buttons says="Keep the note" onClose={onClose} />
      </form>
    </Dialog>
  )
}

export function Buttons({ says, off = false, onClose }: { readonly says: string; readonly off?: boolean } & FormProps): ReactElement {
  return (
    <div className="dialog-actions">
      <button type="button" onClick={onClose}>
        Cancel
      </button>
      <button className="strong" disabled={off}>
        {says}
      </button>
    </div>
  )
}
