// Which form is open? At most one, over the workspace; while it is, no letter decides anything.
import type { ReactElement } from 'react'
import type { SuggestionsAnswer } from '../../../../server/src/http/contract/clusters.ts'
import type { Cluster } from './cluster.ts'
import type { Deciding, Opened } from './deciding.ts'
import { NoteDialog, OnlyOfDialog, RelationDialog } from './Dialogs.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { chosen } from './scene.ts'
import type { View } from './view.ts'

interface FormsProps {
  readonly opened: Opened
  readonly cluster: Cluster
  readonly view: View
  readonly suggestions: SuggestionsAnswer['data']
  readonly note: string
  readonly deciding: Deciding
  readonly onClose: () => void
}

export function Forms({ opened, cluster, view, suggestions, note, deciding, onClose }: FormsProps): ReactElement {
  const { looked, reference } = view
  switch (opened) {
    case 'merge':
      return <MergeDialog cluster={cluster} suggestions={suggestions} first={suggestions.find((one) => one.articleId === looked)?.clusterId} onDone={deciding.merge} onClose={onClose} />
    case 'relation':
      return <RelationDialog cluster={cluster} reference={reference} looked={looked} now={cluster.members.find((member) => member.articleId === looked)?.kind} onDone={deciding.relate} onClose={onClose} />
    case 'note':
      return <NoteDialog note={note} onDone={deciding.note} onClose={onClose} />
    case 'only-of':
      return <OnlyOfDialog cluster={cluster} articles={chosen({ cluster, looked, reference, marked: view.marked, note })} onDone={deciding.tellApart} onClose={onClose} />
  }
}
