// How is a secret handed over? Shown this once, to be copied; afterwards only its beginning is known.
import { useState, type ReactElement } from 'react'

export function ShownOnce({ what, secret, onDone }: { readonly what: string; readonly secret: string; readonly onDone: () => void }): ReactElement {
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    // Where the browser forbids it, the text stands there to be selected.
    navigator.clipboard?.writeText(secret).then(() => setCopied(true), () => setCopied(false))
  }
  return (
    <div className="shown-once" role="status">
      <p>
        <strong>{what}</strong> Copy it now: it is not shown again.
      </p>
      <code className="secret">{secret}</code>
      <div className="actions">
        <button type="button" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </button>
        <button type="button" className="plain" onClick={onDone}>
          I have it
        </button>
      </div>
    </div>
  )
}
