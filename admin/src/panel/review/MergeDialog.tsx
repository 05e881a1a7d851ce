// Which cluster is the same text? Those that come near are offered first, others are found by their words; before anything
// is joined the list that will come of it is shown.
import { useEffect, useState, type FormEvent, type ReactElement } from 'react'
import { DECISION_ARTICLES_MOST } from '../../../../server/src/domain/decision.ts'
import type { SuggestionsAnswer } from '../../../../server/src/http/contract/clusters.ts'
import { RelationChip } from '../../evidence/RelationChip.tsx'
import { amount } from '../../evidence/numbers.ts'
import { Ago } from '../frame/Ago.tsx'
import { Dialog } from '../frame/Dialog.tsx'
import { Failed } from '../states/Failed.tsx'
import type { Cluster } from './cluster.ts'
import { Buttons } from './Dialogs.tsx'
import { nameIn } from './names.ts'
import { useCluster, useFound, useSaidApart } from './questions.ts'
import { toldApart } from './told-apart.ts'

interface MergeProps {
  readonly cluster: Cluster
  readonly suggestions: SuggestionsAnswer['data']
  /** Of the article outside that is being looked at. */
  readonly first: string | undefined
  readonly onDone: (other: Cluster) => void
  readonly onClose: () => void
}

export function MergeDialog({ cluster, suggestions, first, onDone, onClose }: MergeProps): ReactElement {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(first)
  const other = useCluster(chosen ?? '', chosen !== undefined)
  // Until it is known, nothing can be merged and no number be told.
  const partner = chosen === undefined ? undefined : other.data
  const told = useSaidApart(cluster)
  const fits = partner !== undefined && cluster.size + partner.size <= DECISION_ARTICLES_MOST && told.data !== undefined
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (fits) onDone(partner)
  }
  return (
    <Dialog title="Merge with another cluster" open onClose={onClose}>
      <form className="stacked" onSubmit={send}>
        <label>
          Words of a headline
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} autoFocus={first === undefined} />
        </label>
        <Choices cluster={cluster} suggestions={suggestions} words={words} chosen={chosen} onChoose={setChosen} />
        {other.error !== null && <Failed what="That cluster" error={other.error} onAgain={() => void other.refetch()} />}
        {told.error !== null && <Failed what="What was told apart before" error={told.error} onAgain={() => void told.refetch()} />}
        {partner !== undefined && told.data !== undefined && <Warned one={cluster} other={partner} said={told.data.data} />}
        {partner !== undefined && <Result one={cluster} other={partner} />}
        <Buttons says={!fits ? 'Merge' : `Merge: ${amount(cluster.size + partner.size, 'version', 'versions')}`} off={!fits} onClose={onClose} />
      </form>
    </Dialog>
  )
}

interface Choice {
  readonly id: string
  readonly headline: string
  readonly says: string
  readonly relation?: SuggestionsAnswer['data'][number]['match']['relation']
}

interface ChoicesProps {
  readonly cluster: Cluster
  readonly suggestions: SuggestionsAnswer['data']
  readonly words: string
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

function Choices({ cluster, suggestions, words, chosen, onChoose }: ChoicesProps): ReactElement {
  const asked = useLate(words)
  const found = useFound(asked)
  const near = suggestions.map((one): Choice => ({ id: one.clusterId, headline: one.headline, says: [one.publisher, amount(one.clusterSize, 'version', 'versions')].filter(Boolean).join(' · '), relation: one.match.relation }))
  const matching = (found.data?.data ?? []).map((one): Choice => ({ id: one.id, headline: one.principalHeadline, says: amount(one.size, 'version', 'versions') }))
  const choices = unique(asked === '' ? near : matching).filter((one) => one.id !== cluster.id)
  if (found.error !== null) return <Failed what="The search" error={found.error} onAgain={() => void found.refetch()} />
  return (
    <fieldset className="choices">
      <legend>{asked === '' ? 'Near to this one' : `With “${asked}”`}</legend>
      {choices.length === 0 && <p className="facts">{asked === '' ? 'Nothing outside comes near. Search by words of a headline.' : found.isFetching ? 'Searching …' : 'No cluster has these words.'}</p>}
      {choices.map((one) => (
        <label key={one.id}>
          <input type="radio" name="other" checked={chosen === one.id} onChange={() => onChoose(one.id)} />
          <span>
            <strong>{one.headline || 'Without a headline'}</strong> <span className="facts">{one.says}</span> {one.relation !== undefined && <RelationChip relation={one.relation} />}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What the merge goes against, before it is made. */
function Warned({ one, other, said }: { readonly one: Cluster; readonly other: Cluster; readonly said: Parameters<typeof toldApart>[2] }): ReactElement | null {
  const apart = toldApart(one, other, said)
  if (one.size + other.size > DECISION_ARTICLES_MOST) return <p className="bar-note bar-trouble" role="alert">One merge takes {DECISION_ARTICLES_MOST} versions at most; these are {one.size + other.size}.</p>
  if (apart.length === 0) return null
  return (
    <div className="bar-note bar-trouble" role="alert">
      <div>
        <strong>This overrules {apart.length === 1 ? 'an earlier decision' : `${apart.length} earlier decisions`}:</strong>
        <ul>
          {apart.map(({ decision, left, right, actor, decidedAt }) => (
            <li key={decision}>
              {actor} said <Ago at={decidedAt} /> that {nameIn(one, left)} is not a duplicate of {nameIn(other, right)}.
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** What it will be, before it is. */
function Result({ one, other }: { readonly one: Cluster; readonly other: Cluster }): ReactElement {
  return (
    <div className="merge-result">
      <p>One cluster of {amount(one.size + other.size, 'version', 'versions')}:</p>
      <ol>
        {[...one.members, ...other.members].map((member) => (
          <li key={member.articleId}>
            {member.publisher !== undefined && <strong>{member.publisher}: </strong>}
            {member.headline || 'Without a headline'}
          </li>
        ))}
      </ol>
    </div>
  )
}

function unique(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map([...choices].reverse().map((one) => [one.id, one])).values()].reverse()
}

const PAUSE_MS = 200

function useLate(words: string): string {
  const [late, setLate] = useState(words.trim())
  useEffect(() => {
    const timer = setTimeout(() => setLate(words.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return late
}
