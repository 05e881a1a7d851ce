// Where may files be dropped or pasted? Anywhere in the panel, by whoever may add files.
import { useCallback, useEffect, type ReactElement, type ReactNode } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { useDropzone } from 'react-dropzone'
import { useLocation, useNavigate } from 'react-router-dom'
import { useMostBytes } from './limits.ts'
import { totalsNow } from './queue.ts'
import { take } from './sending.ts'
import { fileOfText } from './taking.ts'

/** A shorter paste is likely a slip of the hand. */
const PASTE_LEAST = 40

export function DropAnywhere({ children }: { readonly children: ReactNode }): ReactElement {
  const { canAccess } = useCanAccess({ resource: 'documents', action: 'upload' })
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const mostBytes = useMostBytes()
  const rehearses = pathname === '/uploads/rehearsal'
  const onDrop = useCallback(
    (files: File[]) => {
      take(files, mostBytes)
      void navigate('/uploads/new')
    },
    [navigate, mostBytes],
  )
  const { getRootProps, isDragActive } = useDropzone({ onDrop, noClick: true, noKeyboard: true, disabled: canAccess !== true || rehearses })
  usePasting(canAccess === true && !rehearses, onDrop)
  useLeaving()
  const { tabIndex: _none, role: _presentation, ...root } = getRootProps()
  return (
    <div {...root} className="panel">
      {children}
      {isDragActive && (
        <div className="drop-veil" aria-hidden="true">
          <p>Drop to add to the archive</p>
        </div>
      )}
    </div>
  )
}

function usePasting(on: boolean, onFiles: (files: File[]) => void): void {
  const notify = useNotify()
  useEffect(() => {
    if (!on) return undefined
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length === 0 && text.trim().length < PASTE_LEAST) return
      event.preventDefault()
      onFiles(files.length > 0 ? files : [fileOfText(text)])
      notify('Pasted: it is on its way into the archive.', { type: 'info' })
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [on, onFiles, notify])
}

/** The browser asks before a tab is closed that still has files to send; what was sent goes on without it. */
function useLeaving(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      const { phases } = totalsNow()
      if (phases.sending + phases.waiting > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}
