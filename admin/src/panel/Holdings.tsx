// What does the archive hold? Counts by the API, and where each thing can be done until it has a screen of its own.
import { useEffect, useState, type ReactElement } from 'react'
import { ask, sentenceOf } from '../api.ts'

const COUNTED = { Documents: 'documents', Articles: 'articles', Clusters: 'clusters', Decisions: 'decisions' } as const

export function Holdings(): ReactElement {
  return (
    <>
      <dl className="counts figures">
        {Object.entries(COUNTED).map(([label, resource]) => (
          <Count key={resource} label={label} resource={resource} />
        ))}
      </dl>
      <p>
        The archive is filled and curated by its API and its command line: see <a href="/docs">the API’s pages</a>.
      </p>
    </>
  )
}

function Count({ label, resource }: { readonly label: string; readonly resource: string }): ReactElement {
  const [text, setText] = useState('…')
  useEffect(() => {
    ask<{ readonly total: number }>(`/api/${resource}?perPage=1`)
      .then(({ total }) => setText(total.toLocaleString('en-GB')))
      .catch((error: unknown) => setText(sentenceOf(error)))
  }, [resource])
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}
