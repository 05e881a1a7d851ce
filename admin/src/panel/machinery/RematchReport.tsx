// What came of a trial? How the clusters would change, and on which pairs the rules would contradict people from then on.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import type { RematchAnswer } from '../../../../server/src/http/contract/rematch.ts'
import { amount, counted } from '../../evidence/numbers.ts'
import { isRelation, wordsFor } from '../../evidence/words.ts'

export function RematchReport({ report }: { readonly report: RematchAnswer }): ReactElement {
  const { dryRun, pairs, clusters, verdicts, agreed, overturned, overturnedCount, mended } = report
  const would = dryRun ? 'would have' : 'have'
  return (
    <div className="rematch figures" role="status">
      <p className="rehearsal-sum">
        {pairs.changed === 0
          ? `None of ${amount(pairs.judged, 'pair', 'pairs')} ${would} another relation.`
          : `${counted(pairs.changed)} of ${amount(pairs.judged, 'pair', 'pairs')} ${would} another relation; ${shiftOf(clusters, dryRun)}.`}
      </p>
      <p>
        {verdicts === 0
          ? 'No pair was decided by people yet, so there is nothing to hold the rules against.'
          : `Of ${amount(verdicts, 'pair', 'pairs')} that people decided, the rules ${dryRun ? 'would agree' : 'agree'} on ${counted(agreed.after)} (before: ${counted(agreed.before)}): ${counted(overturnedCount)} lost, ${counted(mended)} won.`}
      </p>
      {overturned.length > 0 && (
        <details open>
          <summary>{amount(overturnedCount, 'decision', 'decisions')} that the rules would contradict</summary>
          <ul className="people">
            {overturned.slice(0, 50).map(({ left, right, was, becomes, headlines, publisher }) => (
              <li key={`${left}-${right}`} className="person">
                <p>
                  <Link to={`/compare/${left}/${right}`}>
                    {headlines.left || 'Without a headline'} – {headlines.right || 'Without a headline'}
                  </Link>
                  <br />
                  <span className="facts">
                    {relationName(was)} would become {relationName(becomes)} {publisher !== undefined && `· ${publisher}`}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {clusters.samples.length > 0 && (
        <details>
          <summary>Clusters that would change, for example</summary>
          <ul>
            {clusters.samples.map((cluster) => (
              <li key={cluster.id}>
                <Link to={`/clusters/${cluster.id}`}>{cluster.members[0]?.headline || `Cluster ${cluster.id}`}</Link> <span className="facts">{amount(cluster.size, 'version', 'versions')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Only what shifts is named. */
function shiftOf({ more, fewer, split, merged }: RematchAnswer['clusters'], dryRun: boolean): string {
  const parts = ([[more, 'more'], [fewer, 'fewer'], [split, 'split'], [merged, 'merged']] as const).filter(([count]) => count > 0).map(([count, word]) => `${counted(count)} ${word}`)
  return parts.length === 0 ? `no cluster ${dryRun ? 'would change' : 'changed'}` : `clusters: ${parts.join(', ')}`
}

function relationName(relation: string): string {
  return isRelation(relation) ? wordsFor(relation).label : relation
}
