// What was found? The amount in words, the rows, and a way on where there is nothing or where something is wrong.
import type { ReactElement } from 'react'
import type { Answer } from './answer.ts'
import { Beginning } from './Beginning.tsx'
import type { Asked } from './frame/asked.ts'
import { HitRow } from './HitRow.tsx'
import { NothingFound } from './NothingFound.tsx'
import { Pages } from './Pages.tsx'
import { addressOf, isEmpty, type Question } from './question.ts'
import type { Selection } from './Selection.tsx'
import { Tools } from './Tools.tsx'
import { totalsSentence } from './totals.ts'
import { Link } from './frame/Link.tsx'
import { Trouble } from './Trouble.tsx'

interface ResultsProps {
  readonly question: Question
  readonly asked: Asked<Answer>
  readonly onChange: (question: Question) => void
  readonly onOpen: (id: string) => void
  readonly selection: Selection
}

export function Results({ question, asked, onChange, onOpen, selection }: ResultsProps): ReactElement {
  const { answer, error, again } = asked
  const nothing = answer !== undefined && answer.hits.length === 0
  const begun = !isEmpty(question)
  return (
    <section className="results" aria-label="Results" aria-busy={asked.waiting}>
      {error !== undefined && <Trouble error={error} onAgain={again} />}
      {answer?.degraded !== undefined && (
        <Notice sentence={answer.degraded} onAgain={again} />
      )}
      {!begun && answer !== undefined && answer.hits.length > 0 && <Beginning hits={answer.hits} />}
      <p className="totals figures" role="status">
        {answer !== undefined && begun && !nothing && `${totalsSentence(answer, question.collapse)} · ${Math.round(answer.processingTimeMs)} ms`}
        {answer !== undefined && begun && nothing && <span className="hidden">Nothing found</span>}
      </p>
      {answer !== undefined && begun && !nothing && <Understood answer={answer} question={question} />}
      {answer !== undefined && !nothing && <Tools question={question} total={answer.total} onChange={onChange} />}
      {nothing && (begun ? <NothingFound question={question} /> : <NothingYet />)}
      {answer !== undefined && !nothing && (
        <>
          <h2 className={begun ? 'hidden' : 'list-title'}>{begun ? 'Stories' : 'Recent stories'}</h2>
          <ol className="hits">
            {answer.hits.map((hit) => (
              <HitRow key={hit.id} hit={hit} asked={begun} onOpen={() => onOpen(hit.id)} chosen={selection.has(hit.id)} onChoose={() => selection.toggle(hit)} />
            ))}
          </ol>
          <Pages question={question} total={answer.total} />
        </>
      )}
    </section>
  )
}

function Notice({ sentence, onAgain }: { readonly sentence: string; readonly onAgain: () => void }): ReactElement {
  return (
    <p role="alert" className="trouble">
      {sentence}{' '}
      <button type="button" className="plain" onClick={onAgain}>
        Try again
      </button>
    </p>
  )
}

/** The archive's words that stood in for a mistyped one, so that nobody wonders why a story is here. */
function Understood({ answer, question }: { readonly answer: Answer; readonly question: Question }): ReactElement | null {
  const typed = new Set(question.q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const other = (answer.understoodAs ?? []).filter(({ word, as }) => typed.has(word.toLowerCase()) && as.every((one) => !one.toLowerCase().startsWith(word.toLowerCase())))
  if (other.length === 0) return null
  return (
    <p className="facts">
      Read{' '}
      {other.slice(0, 3).map(({ word, as }) => (
        <span key={word}>
          “{word}” as <Link href={addressOf({ ...question, page: 1, q: question.q.replace(word, as[0] ?? word) })}>{as[0]}</Link>{' '}
        </span>
      ))}
    </p>
  )
}

function NothingYet(): ReactElement {
  return (
    <section className="nothing">
      <h2>The archive is empty</h2>
      <p>Files that are sent to it can be searched here a moment later.</p>
    </section>
  )
}
