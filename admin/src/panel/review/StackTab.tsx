// How do all members read against one reference? Shared text once, each difference with its variants.
import type { ReactElement } from 'react'
import { Stack } from '../../evidence/Stack.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import type { Cluster } from './cluster.ts'
import { labelIn } from './names.ts'
import { useStack } from './questions.ts'
import type { View } from './view.ts'

export function StackTab({ cluster, view }: { readonly cluster: Cluster; readonly view: View }): ReactElement {
  const asked = useStack(cluster, view.reference, true)
  if (asked.error !== null && asked.data === undefined) return <Failed what="The stack" error={asked.error} onAgain={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton lines={10} />
  return <Stack stack={asked.data} nameOf={(id) => labelIn(cluster, id)} onReference={view.refer} />
}
