// Which articles did people tell apart, and what speaks against it since? Standing decisions, with the headlines of both
// sides and the dispute of a cluster that names them.
import type { z } from 'zod'
import { isCopy } from '../domain/match.ts'
import type { Decision } from '../domain/decision.ts'
import type { ArchiveStore, Listed, ListQuery } from '../store/port.ts'
import type { ExclusionRecord } from './contract/decisions.ts'

interface Asked {
  readonly article?: string | undefined
  readonly actor?: string | undefined
  readonly conflict?: boolean | undefined
}

/** Clusters in conflict that are looked at. */
const DISPUTED = 1_000

export async function exclusions(query: ListQuery<Asked>, store: ArchiveStore): Promise<Listed<z.input<typeof ExclusionRecord>>> {
  const { article, actor, conflict } = query.filter
  const disputes = await disputed(store)
  const filter = {
    apart: true, withdrawn: false, ...(article !== undefined && { article }), ...(actor !== undefined && { actor }), ...(conflict === true && { ids: [...disputes.keys()] }),
  }
  const { data, total } = await store.decisions.list({ ...query, filter })
  const named = await headlinesOf(data, store)
  return { data: data.map((decision) => told(decision, named, disputes.get(decision.id))), total }
}

/** What is said against each decision. */
async function disputed({ clusters }: ArchiveStore): Promise<ReadonlyMap<string, string>> {
  const { data } = await clusters.list({ filter: { standing: ['conflict'] }, offset: 0, limit: DISPUTED }, true)
  return new Map(data.flatMap((cluster) => cluster.disputes).flatMap(({ sentence, decisions }) => decisions.map((id) => [id, sentence] as const)))
}

type Named = z.input<typeof ExclusionRecord>['articles'][number]

async function headlinesOf(decisions: readonly Decision[], { articles }: ArchiveStore): Promise<ReadonlyMap<string, Named>> {
  const ids = [...new Set(decisions.flatMap((decision) => [...decision.articles, ...decision.others]))]
  const sides = await articles.sides(ids)
  return new Map(sides.map(({ id, headline, publisher }) => [id, { articleId: id, headline, ...(publisher !== undefined && { publisher }) }]))
}

/** The right side of a relation that was set is told from its left one. */
function told(decision: Decision, named: ReadonlyMap<string, Named>, conflict: string | undefined): z.input<typeof ExclusionRecord> {
  const { id, kind, relation, articles, others, actor: by, decidedAt: at, note } = decision
  const set = kind === 'set-relation' && relation !== undefined && !isCopy(relation)
  const side = (ids: readonly string[]) => ids.flatMap((one) => named.get(one) ?? { articleId: one, headline: '' })
  return {
    decision: id, kind: set ? 'set-relation' : 'separate', articles: side(set ? articles.slice(0, 1) : articles), others: side(set ? articles.slice(1) : others), by, at,
    ...(set && { relation }), ...(note !== undefined && { note }), ...(conflict !== undefined && { conflict }),
  }
}
