// How is what one sees sent to a colleague? The address, on the clipboard.
import { useState, type ReactElement } from 'react'

export function CopyLink(): ReactElement {
  const [said, setSaid] = useState('')
  const copy = (): void => {
    // Without a secure connection there is no clipboard for scripts; the address bar is.
    const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => setSaid('Link copied'),
      () => setSaid('Copy the link from the address bar'),
    )
  }
  return (
    <>
      <button type="button" onClick={copy}>
        Copy link
      </button>
      <span role="status" className="facts">
        {said}
      </span>
    </>
  )
}
