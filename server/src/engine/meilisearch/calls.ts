// How is one search carried out over several calls? All against one index and one deadline.
import type { Meilisearch } from 'meilisearch'
import type { Connection } from './connection.ts'
import { away } from './connection.ts'
import type { Counted } from './counting.ts'
import { countOf, type Words } from './lookups.ts'

/** One query of a multi-search; what it names are the engine's own parameters. */
export interface Ask {
  readonly q: string
  readonly filter?: string | undefined
  readonly attributesToSearchOn?: readonly string[]
  readonly attributesToRetrieve?: readonly string[]
  readonly facets?: readonly string[]
  readonly sort?: readonly string[]
  readonly distinct?: string
  readonly offset?: number
  readonly limit?: number
}

export interface Answered<Hit> extends Counted {
  readonly hits: readonly Hit[]
}

export interface Weighted extends Ask {
  readonly weight: number
}

export interface Federation {
  readonly offset: number
  readonly limit: number
  readonly distinct?: string
  readonly facets?: readonly string[]
}

export class Calls implements Words {
  readonly index: string
  readonly #connection: Connection
  readonly #end: number

  constructor(connection: Connection, index: string, deadline: number) {
    this.#connection = connection
    this.index = index
    this.#end = performance.now() + deadline
  }

  /** Several queries in one call. */
  async several<Hit>(asks: readonly Ask[]): Promise<readonly Answered<Hit>[]> {
    if (asks.length === 0) return []
    const { results } = await this.#ask((client, extra) => client.multiSearch({ queries: asks.map((ask) => ({ indexUid: this.index, ...ask })) } as never, extra) as unknown as Promise<{ results: readonly RawAnswer<Hit>[] }>)
    return results.map(answered)
  }

  /** Several queries as one list: an article counts once, by the best of its weights. */
  async federated<Hit>(asks: readonly Weighted[], { facets = [], ...federation }: Federation): Promise<Answered<Hit & { readonly _federation: { readonly weightedRankingScore: number } }>> {
    const queries = asks.map(({ weight, ...ask }) => ({ indexUid: this.index, ...ask, federationOptions: { weight } }))
    const merged = facets.length === 0 ? {} : { facetsByIndex: { [this.index]: facets }, mergeFacets: {} }
    return answered(await this.#ask((client, extra) => client.multiSearch({ federation: { ...federation, ...merged }, queries } as never, extra) as unknown as Promise<RawAnswer<Hit & { readonly _federation: { readonly weightedRankingScore: number } }>>))
  }

  async counts(terms: readonly string[]): Promise<readonly number[]> {
    const { results } = await this.#ask((client, extra) => client.multiSearch({ queries: terms.map((term) => countOf(this.index, term)) } as never, extra) as unknown as Promise<{ results: readonly RawAnswer<unknown>[] }>)
    return results.map((one) => one.estimatedTotalHits ?? 0)
  }

  async like(text: string): Promise<readonly { readonly value: string; readonly count: number }[]> {
    const { facetHits } = await this.#ask((client, extra) => client.index(this.index).searchForFacetValues({ facetName: 'forms', facetQuery: text }, extra))
    return facetHits
  }

  /** In no order; ids that the engine does not hold are left out. */
  async documents<Document>(ids: readonly string[], fields: readonly string[]): Promise<readonly Document[]> {
    if (ids.length === 0) return []
    const { results } = await this.#ask((client, extra) =>
      client.httpRequest.post<{ results: readonly Document[] }>({ path: `indexes/${this.index}/documents/fetch`, body: { ids, fields, limit: ids.length }, extraRequestInit: extra }),
    )
    return results
  }

  /** Documents in the engine's own order. */
  async stretch<Document>(fields: readonly string[], offset: number, limit: number): Promise<readonly Document[]> {
    const { results } = await this.#ask((client, extra) => client.httpRequest.post<{ results: readonly Document[] }>({ path: `indexes/${this.index}/documents/fetch`, body: { fields, offset, limit }, extraRequestInit: extra }))
    return results
  }

  async #ask<T>(call: (client: Meilisearch, extra: { signal: AbortSignal }) => Promise<T>): Promise<T> {
    const left = this.#end - performance.now()
    if (left <= 0) throw away('the time for the search is up')
    return this.#connection.ask(left, call)
  }
}

interface RawAnswer<Hit> {
  readonly hits: readonly Hit[]
  readonly estimatedTotalHits?: number
  readonly facetDistribution?: Counted['facets']
  readonly facetStats?: Counted['facetStats']
}

function answered<Hit>(raw: RawAnswer<Hit>): Answered<Hit> {
  return { hits: raw.hits, articles: raw.estimatedTotalHits ?? 0, facets: raw.facetDistribution ?? {}, facetStats: raw.facetStats ?? {} }
}
