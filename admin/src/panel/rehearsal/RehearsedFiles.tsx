// Which of the files is looked at? All with a word on what would become of them; one at a time in detail, to be corrected.
import { useEffect, useState, type ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { amount, bytes } from '../../evidence/numbers.ts'
import { ReadingEditor } from './ReadingEditor.tsx'
import { NONE } from './corrections.ts'
import type { RehearsedDocument } from './rehearsed.ts'
import type { Said } from './said.ts'
import { StepButtons } from './StepButtons.tsx'
import type { Steps } from './steps.ts'

interface RehearsedFilesProps {
  readonly documents: readonly RehearsedDocument[]
  readonly said: Said
  readonly steps: Steps
  readonly busy: boolean
  readonly onShow: (sha256: string) => void
}

export function RehearsedFiles({ documents, said, steps, busy, onShow }: RehearsedFilesProps): ReactElement {
  const [place, show] = usePlace(documents, said, steps, onShow)
  const document = documents[place]
  return (
    <>
      <p className="rehearsal-sum" role="status">
        {sentence(documents)}
      </p>
      {documents.length > 1 && (
        <ul className="rehearsed-files">
          {documents.map((one, index) => (
            <li key={one.id}>
              <button type="button" aria-pressed={index === place} onClick={() => show(index)}>
                {one.parent !== undefined && <span className="hidden">in an archive: </span>}
                <span className={one.parent === undefined ? '' : 'member'}>{one.name}</span> <span className="count">{inShort(one, said)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {document !== undefined && <Rehearsed document={document} steps={steps} busy={busy} />}
    </>
  )
}

/** The file in hand, by its place among the files, which stays while their reading changes. */
function usePlace(documents: readonly RehearsedDocument[], said: Said, { begin }: Steps, onShow: (sha256: string) => void): [number, (place: number) => void] {
  const [place, setPlace] = useFirst(documents)
  const show = (next: number): void => {
    const document = documents[next]
    if (document === undefined) return
    onShow(document.sha256)
    begin(said.get(document.sha256) ?? document.corrections ?? NONE)
    setPlace(next)
  }
  const known = documents[place]?.sha256
  useEffect(() => show(place), [known])
  return [place, show]
}

function useFirst(documents: readonly RehearsedDocument[]): [number, (place: number) => void] {
  const first = Math.max(0, documents.findIndex((document) => document.articles.length > 0))
  const [place, setPlace] = useState(first)
  return [place < documents.length ? place : first, setPlace]
}

function Rehearsed({ document, steps, busy }: { readonly document: RehearsedDocument; readonly steps: Steps; readonly busy: boolean }): ReactElement {
  const { articles, furniture, problem, duplicateOf, unsure = 0 } = document
  return (
    <section className="rehearsed" aria-label={document.name}>
      <h2>{document.name}</h2>
      <p className="facts figures">
        {document.mediaType !== 'application/octet-stream' && `${document.mediaType}, `}
        {bytes(document.size)} · {amount(articles.length, 'article', 'articles')} · {amount(furniture.length, 'stretch', 'stretches')} of page furniture
        {unsure > 0 && <span className="loud"> · {amount(unsure, 'border is not sure', 'borders are not sure')}</span>}
      </p>
      {problem !== undefined && (
        <p className="banner">
          {problem.detail} {problem.hint}
        </p>
      )}
      {duplicateOf !== undefined ? (
        <p className="banner">
          The very same bytes are in the archive: they would be linked, not stored twice. <Link to={`/files/${duplicateOf}/split`}>Correct how they were read</Link>
        </p>
      ) : (
        document.reading !== undefined && (
          <>
            <StepButtons steps={steps} />
            <ReadingEditor key={document.sha256} document={document} steps={steps} busy={busy} />
          </>
        )
      )}
    </section>
  )
}

function inShort(document: RehearsedDocument, said: Said): string {
  if (document.problem !== undefined && document.articles.length === 0) return 'not readable'
  if (document.duplicateOf !== undefined) return 'known'
  return `${amount(document.articles.length, 'article', 'articles')}${said.has(document.sha256) ? ', corrected' : (document.unsure ?? 0) > 0 ? ', not sure' : ''}`
}

function sentence(documents: readonly RehearsedDocument[]): string {
  const articles = documents.flatMap((document) => (document.duplicateOf === undefined ? document.articles : []))
  const joining = articles.filter((article) => (article.clusterSize ?? 1) > 1).length
  const refused = documents.filter((document) => document.problem !== undefined).length
  const known = documents.filter((document) => document.duplicateOf !== undefined).length
  return [
    `It would give ${amount(articles.length, 'article', 'articles')}`,
    joining > 0 ? `, ${joining === articles.length ? 'all' : joining} of them joining a story` : '',
    known > 0 ? `; ${amount(known, 'file is', 'files are')} in the archive already` : '',
    refused > 0 ? `; ${amount(refused, 'file', 'files')} could not be read` : '',
    '. Nothing was stored.',
  ].join('')
}
