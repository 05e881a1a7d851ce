// What went wrong, what still works, and what can be done? Never a blank page, and never without a way on.
import type { ReactElement } from 'react'
import { ProblemError, sentenceOf } from '../api.ts'
import { Link } from './frame/Link.tsx'
import { usePlace } from './frame/place.ts'
import { signInAddress } from './frame/session.ts'

export function Trouble({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }): ReactElement {
  const problem = error instanceof ProblemError ? error : undefined
  const place = usePlace()
  if (problem?.status === 401) {
    return (
      <p role="alert" className="trouble">
        You are no longer signed in. <Link href={signInAddress(place.path + place.query)}>Sign in</Link>
      </p>
    )
  }
  return (
    <div role="alert" className="trouble">
      <p>
        {sentenceOf(error).replace(/[^.!?…]$/, '$&.')}
        {problem?.hint !== undefined && ` ${problem.hint}`}{' '}
        <button type="button" className="plain" onClick={onAgain}>
          Try again
        </button>
      </p>
      {problem?.requestId !== undefined && (
        <p className="facts">
          Request <code>{problem.requestId}</code>
        </p>
      )}
    </div>
  )
}
