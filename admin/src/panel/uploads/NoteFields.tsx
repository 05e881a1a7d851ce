// What does the sender know of the files? Holds where the text itself says nothing.
import { useState, type ReactElement } from 'react'
import { noteNow, setNote, type Note } from './sending.ts'

export function NoteFields(): ReactElement {
  const [note, change] = useState(noteNow)
  const set = (field: keyof Note, value: string): void => {
    const next = { ...note, [field]: value }
    setNote(next)
    change(next)
  }
  return (
    <details className="note-fields">
      <summary>Say something of these files</summary>
      <p className="facts">It holds where a text itself says nothing.</p>
      <label>
        Publisher
        <input value={note.publisher} maxLength={500} onChange={({ target }) => set('publisher', target.value)} />
      </label>
      <label>
        Tags, separated by commas
        <input value={note.tags} maxLength={2_000} onChange={({ target }) => set('tags', target.value)} />
      </label>
    </details>
  )
}
