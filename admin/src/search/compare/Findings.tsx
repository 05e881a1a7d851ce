// What was found, by weight: facts and quotations before wording, then what only one text has, and where both come from.
import { useState, type ReactElement, type ReactNode, type RefObject } from 'react'
import { Additions } from '../../evidence/Additions.tsx'
import { AlteredQuotations, ChangedFacts } from '../../evidence/Changes.tsx'
import { counted } from '../../evidence/numbers.ts'
import type { Evidence, Names } from '../../evidence/pair.ts'
import { Provenance } from '../../evidence/Provenance.tsx'
import type { TextsHandle } from '../../evidence/SideBySide.tsx'
import { SubstitutionTable } from '../../evidence/SubstitutionTable.tsx'

interface FindingsProps {
  readonly evidence: Evidence
  readonly names: Names
  readonly texts: RefObject<TextsHandle | null>
}

export function Findings({ evidence, names, texts }: FindingsProps): ReactElement {
  const { facts, quotations, substitutions, additions } = evidence
  const show = (place: Parameters<TextsHandle['show']>[0]): void => texts.current?.show(place)
  return (
    <div className="findings">
      <Part name="Changed facts" count={facts.length} open={facts.length > 0}>
        <ChangedFacts evidence={evidence} onPlace={show} />
      </Part>
      <Part name="Words that stand for others" count={substitutions.length} open={substitutions.length > 0}>
        <SubstitutionTable substitutions={substitutions} names={names} onOccurrence={show} />
      </Part>
      <Part name="Quotations altered" count={quotations.altered}>
        <AlteredQuotations evidence={evidence} onPlace={show} />
      </Part>
      <Part name={`Only in ${names.left}`} count={additions.left.length}>
        <Additions additions={additions.left} name={names.left} onPlace={(left) => show({ left })} />
      </Part>
      <Part name={`Only in ${names.right}`} count={additions.right.length}>
        <Additions additions={additions.right} name={names.right} onPlace={(right) => show({ right })} />
      </Part>
      <Part name="Provenance">
        <Provenance evidence={evidence} names={names} />
      </Part>
    </div>
  )
}

interface PartProps {
  readonly name: string
  readonly count?: number
  readonly open?: boolean
  readonly children: ReactNode
}

/** What is folded away is not drawn: a long table would slow down every page that nobody opens it on. */
function Part({ name, count, open: first = false, children }: PartProps): ReactElement {
  const [open, setOpen] = useState(first)
  return (
    <details className="finding" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{name}</h2>
        {count !== undefined && <span className="count figures">{counted(count)}</span>}
      </summary>
      {open && children}
    </details>
  )
}
