// How does a text come in that is no file? It is pasted or typed, and becomes one.
import { useState, type FormEvent, type ReactElement } from 'react'
import { Dialog } from '../frame/Dialog.tsx'
import { fileOfText } from './taking.ts'

export function PasteText({ onText }: { readonly onText: (file: File) => void }): ReactElement {
  const [open, setOpen] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text') ?? '')
    setOpen(false)
    if (text.trim() !== '') onText(fileOfText(text))
  }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Paste text
      </button>
      <Dialog title="Paste a text" open={open} onClose={() => setOpen(false)}>
        <form className="stacked" onSubmit={submit}>
          <label>
            One article, or a digest of several
            <textarea name="text" rows={14} required />
          </label>
          <div className="dialog-actions">
            <button type="button" onClick={() => setOpen(false)}>
              Cancel
            </button>
            <button className="strong">Add the text</button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
