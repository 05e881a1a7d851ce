// All versions of one story together: who derives from whom, where they disagree, what each adds, and all of them against one.
import { useState, type ReactElement, type ReactNode } from 'react'
import { isProblem } from '../../api.ts'
import { Disagreements } from '../../evidence/Disagreements.tsx'
import { FamilyAdditions } from '../../evidence/FamilyAdditions.tsx'
import { FamilyPicture } from '../../evidence/FamilyPicture.tsx'
import { amount } from '../../evidence/numbers.ts'
import type { Family, Stack as StackOf } from '../../evidence/pair.ts'
import { Stack } from '../../evidence/Stack.tsx'
import { useAsked } from '../frame/asked.ts'
import { useKeys } from '../frame/keys.ts'
import { Link } from '../frame/Link.tsx'
import { backToResults } from '../frame/place.ts'
import { Shell } from '../frame/Shell.tsx'
import { useSlow } from '../frame/slow.ts'
import { Lost } from '../Lost.tsx'
import { nameOf } from '../reader/names.ts'
import { Trouble } from '../Trouble.tsx'

export default function VersionsPage({ cluster }: { readonly cluster: string }): ReactElement {
  const { answer, error, waiting, again } = useAsked<Family>(`/api/clusters/${cluster}/family`)
  const slow = useSlow(waiting)
  useKeys({ b: backToResults })
  if (isProblem(error, 404)) return <Lost what="There is no such story" />
  return (
    <Shell title="All versions of a story" ready={answer !== undefined || error !== undefined}>
      {slow && <div className="loading" aria-hidden="true" />}
      <p className="way-back">
        <button type="button" className="plain" onClick={backToResults} aria-keyshortcuts="b">
          ← Results
        </button>
      </p>
      {answer === undefined && <h1>All versions of a story</h1>}
      {error !== undefined && <Trouble error={error} onAgain={again} />}
      {answer !== undefined && <Versions family={answer} cluster={cluster} />}
    </Shell>
  )
}

function Versions({ family, cluster }: { readonly family: Family; readonly cluster: string }): ReactElement {
  const names = namesIn(family)
  const called = (id: string): string => names.get(id) ?? id
  const [lead] = family.members
  if (family.members.length < 2) {
    return (
      <>
        <h1>{lead?.headline || 'Without a headline'}</h1>
        <p className="nothing">No other version of this story is in the archive.</p>
      </>
    )
  }
  return (
    <div className="versions-page">
      <h1>{lead?.headline || 'Without a headline'}</h1>
      <p className="facts">{amount(family.members.length, 'version', 'versions')} of one story</p>
      <Part name="Who derives from whom">
        <FamilyPicture family={family} nameOf={called} link={(id, name) => <Link href={`/articles/${id}`}>{name}</Link>} />
      </Part>
      <Part name="Where they disagree">
        <Disagreements disagreements={family.disagreements} nameOf={called} />
      </Part>
      <Part name="What only one has">
        <FamilyAdditions additions={family.additions} nameOf={called} />
      </Part>
      <Part name="All against one">
        <StackPart cluster={cluster} nameOf={called} />
      </Part>
    </div>
  )
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}

function StackPart({ cluster, nameOf: called }: { readonly cluster: string; readonly nameOf: (id: string) => string }): ReactElement | null {
  const [reference, setReference] = useState<string>()
  const { answer, error, again } = useAsked<StackOf>(`/api/clusters/${cluster}/stack${reference === undefined ? '' : `?reference=${reference}`}`)
  if (error !== undefined) return <Trouble error={error} onAgain={again} />
  return answer === undefined ? <p className="facts">Comparing all versions …</p> : <Stack stack={answer} nameOf={called} onReference={setReference} />
}

/** Different for each member: with the file where publisher and day are the same, numbered where that is too. */
function namesIn({ members }: Family): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const member of members) {
    const plain = nameOf(member)
    const filed = taken.has(plain) || members.some((other) => other !== member && nameOf(other) === plain) ? `${plain} (${member.documentName})` : plain
    let name = filed
    for (let count = 2; taken.has(name); count++) name = `${filed}, ${count}`
    taken.add(name)
    names.set(member.articleId, name)
  }
  return names
}
