// How is the machinery? Store against index, engine, disk and version, each with a word on whether it is well.
import type { ReactElement, ReactNode } from 'react'
import { amount, bytes, counted } from '../../evidence/numbers.ts'
import { type SystemAnswer, useSystem } from '../archive/stats.ts'
import { Ago } from '../frame/Ago.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { Rebuild } from './Rebuild.tsx'

/** Share of the disk below which somebody should make room. */
const LITTLE_ROOM = 0.05

export function Health(): ReactElement {
  const { data, error, isPending, refetch } = useSystem()
  if (error !== null) return <Failed what="The state of the machinery" error={error} onAgain={() => void refetch()} />
  if (isPending) return <Skeleton lines={3} />
  const { store, engine, index, disk } = data
  const behind = index.pending > 0
  const full = disk.free < disk.size * LITTLE_ROOM
  return (
    <>
      <dl className="health figures">
        <Part name="Search index" well={!behind && index.quarantined.length === 0}>
          {behind ? `${amount(index.pending, 'article', 'articles')} behind` : 'Level with the store'}
          {index.oldestWaitingSince !== undefined && (
            <>
              , since <Ago at={index.oldestWaitingSince} />
            </>
          )}
        </Part>
        <Part name="Engine" well={engine.up}>
          {engine.kind === 'embedded' ? 'Embedded' : engine.kind}
          {engine.version !== undefined && ` ${engine.version}`}
          {engine.up ? `, answers; holds ${counted(engine.articles)} of ${counted(store.articles)}` : `, does not answer${engine.kind === 'embedded' ? '' : ': the archive’s own index answers in its place'}. Uploads and curation go on.`}
          {engine.trouble !== undefined && (
            <>
              {' '}
              Last trouble <Ago at={engine.trouble.at} />: {engine.trouble.message} (<code>{engine.trouble.code}</code>)
            </>
          )}
        </Part>
        <Part name="Store" well>
          {store.kind === 'sqlite' ? 'SQLite' : store.kind}, {amount(store.articles, 'article', 'articles')}
        </Part>
        <Part name="Disk" well={!full}>
          {bytes(disk.free)} free of {bytes(disk.size)}
        </Part>
        <Part name="Service" well>
          Version {data.version}, started <Ago at={data.startedAt} />
        </Part>
      </dl>
      <Rebuild building={data.building} />
      <GivenUp entries={index.quarantined} />
    </>
  )
}

function Part({ name, well, children }: { readonly name: string; readonly well: boolean; readonly children: ReactNode }): ReactElement {
  return (
    <div className={well ? 'well' : 'unwell'}>
      <dt>
        <span aria-hidden="true">{well ? '✓' : '!'}</span> {name}
        <span className="hidden">{well ? ', well' : ', needs attention'}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function GivenUp({ entries }: { readonly entries: SystemAnswer['index']['quarantined'] }): ReactElement | null {
  if (entries.length === 0) return null
  return (
    <details className="banner">
      <summary>{amount(entries.length, 'article was given up on', 'articles were given up on')} by the index</summary>
      <ul>
        {entries.slice(0, 50).map((entry) => (
          <li key={entry.articleId}>
            Article {entry.articleId}, tried {entry.attempts} times: {entry.lastError}
          </li>
        ))}
      </ul>
    </details>
  )
}
