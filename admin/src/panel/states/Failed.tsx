// What failed, what can be done, and under which number can the log be searched? In the region that failed, never instead of the page.
import type { ReactElement } from 'react'
import { ProblemError, sentenceOf } from '../../api.ts'

export function Failed({ what, error, onAgain }: { readonly what: string; readonly error: unknown; readonly onAgain?: () => void }): ReactElement {
  const { hint, requestId } = error instanceof ProblemError ? error : { hint: undefined, requestId: undefined }
  return (
    <div className="failed" role="alert">
      <p>
        <strong>{what} could not be shown.</strong> {sentenceOf(error)} {hint}
      </p>
      {onAgain !== undefined && (
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      )}
      {requestId !== undefined && (
        <p className="facts">
          Request <code>{requestId}</code>
        </p>
      )}
    </div>
  )
}
