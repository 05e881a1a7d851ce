// Where do the two texts come from? What is known of both in rows, so that one sees what agrees and what does not.
import type { ReactElement } from 'react'
import { amount, counted, day, languageName } from './numbers.ts'
import type { Evidence, Names, Side } from './pair.ts'
import './pair.css'

const ROWS: readonly (readonly [string, (side: Side) => string | undefined])[] = [
  ['Headline', (side) => side.headline || undefined],
  ['Publisher', (side) => side.publisher],
  ['Published', (side) => (side.publishedAt === undefined ? undefined : day(side.publishedAt))],
  ['Byline', (side) => side.byline.join(', ') || undefined],
  ['Words', (side) => counted(side.words)],
  ['Text', (side) => (side.completeness === 'complete' ? 'Complete' : 'Stops early')],
  ['Language', (side) => languageName(side.language)],
  ['File', (side) => side.documentName],
  ['In the file', (side) => (side.documentArticles > 1 ? `One of ${amount(side.documentArticles, 'article', 'articles')}` : 'Alone')],
  ['Address', (side) => side.url],
  ['Version', (side) => `${side.version}`],
]

export function Provenance({ evidence, names }: { readonly evidence: Evidence; readonly names: Names }): ReactElement {
  return (
    <div className="scroller" role="group" aria-label="Provenance">
      <table className="provenance-pair">
        <thead>
          <tr>
            <td />
            <th scope="col">{names.left}</th>
            <th scope="col">{names.right}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([name, read]) => {
            const [left, right] = [read(evidence.left), read(evidence.right)]
            if (left === undefined && right === undefined) return null
            return (
              <tr key={name} className={left === right ? undefined : 'differs'}>
                <th scope="row">
                  {name}
                  {left !== right && <span className="hidden"> (differs)</span>}
                </th>
                <td>{left ?? <span className="unknown">not known</span>}</td>
                <td>{right ?? <span className="unknown">not known</span>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
