// Under which name is a view kept? Asked by every list that keeps views.
import type { FormEvent, ReactElement } from 'react'
import { Dialog } from './Dialog.tsx'

interface NameViewProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onName: (name: string) => void
}

export function NameView({ open, onClose, onName }: NameViewProps): ReactElement {
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onClose()
    onName(String(new FormData(event.currentTarget).get('name') ?? ''))
  }
  return (
    <Dialog title="Save this view" open={open} onClose={onClose}>
      <form className="stacked" onSubmit={save}>
        <label>
          Name
          <input name="name" maxLength={200} required />
        </label>
        <div className="dialog-actions">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button className="strong">Save the view</button>
        </div>
      </form>
    </Dialog>
  )
}
