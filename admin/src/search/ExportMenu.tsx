// How does a list leave the archive? As a file for a table, a program or a reference manager, with cluster and relation.
import { useRef, type ReactElement } from 'react'
import { serviceParameters, type Question } from './question.ts'

const FORMATS = [
  ['csv', 'CSV', 'for a spreadsheet'],
  ['jsonl', 'JSON Lines', 'for programs'],
  ['bibtex', 'BibTeX', 'for LaTeX'],
  ['ris', 'RIS', 'for Zotero, EndNote'],
] as const

export function ExportMenu({ question, total }: { readonly question: Question; readonly total: number }): ReactElement | null {
  const menu = useRef<HTMLDetailsElement>(null)
  if (total === 0) return null
  const close = (): void => {
    if (menu.current?.open !== true) return
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }
  return (
    <details className="menu" ref={menu} onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), close())}>
      <summary>Export</summary>
      <ul>
        {FORMATS.map(([format, name, purpose]) => {
          const query = serviceParameters(question)
          query.set('format', format)
          return (
            <li key={format}>
              <a href={`/api/search/export?${query}`} download onClick={close}>
                {name} <span className="facts">{purpose}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
