// What asks for something without leaving the page? The browser's own dialog: it holds the focus, and Esc closes it.
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react'

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Dialog({ title, open, onClose, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal()
    if (!open && dialog.current?.open === true) dialog.current.close()
  }, [open])
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      {open && children}
    </dialog>
  )
}
