// How do the library's questions become calls of the contract? The one place that knows both.
// Lists page in the store; articles that are asked for by words come from the search, one row an article.
import type { DataProvider, GetListParams } from 'react-admin'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import type { SearchAnswerBody } from '../../../../server/src/http/contract/search.ts'
import { call } from './call.ts'

interface Listed {
  readonly data: { readonly id: string }[]
  readonly total: number
}

export const archive = {
  supportAbortSignal: true,
  getList: async (resource: string, params: GetListParams & { signal?: AbortSignal }) => {
    const filter = { ...params.filter } as Record<string, unknown>
    if (resource === 'articles' && filter['q'] !== undefined && filter['status'] === undefined) return searched(params, filter)
    // In the bin, which no engine holds, words are looked for in the headlines.
    if (resource !== 'articles') delete filter['q']
    return call<Listed>(`/api/${resource}?${new URLSearchParams({ ...paging(params), ...plain(filter), ...(resource === 'articles' && { body: 'false' }) })}`, signalOf(params))
  },
  getOne: async (resource: string, { id, signal }: { id: string; signal?: AbortSignal }) => ({ data: await call(`/api/${resource}/${encodeURIComponent(id)}`, signalOf({ signal })) }),
  getMany: async (resource: string, { ids }: { ids: readonly string[] }) => {
    if (resource === 'articles') return call<Listed>('/api/articles/by-id', { method: 'POST', body: { ids } })
    return { data: await Promise.all(ids.map((id) => call(`/api/${resource}/${encodeURIComponent(id)}`))) }
  },
  getManyReference: async (resource: string, params: GetListParams & { target: string; id: string }) =>
    call<Listed>(`/api/${resource}?${new URLSearchParams({ ...paging(params), ...plain(params.filter), [params.target]: params.id })}`),
  create: async (resource: string, { data }: { data: unknown }) => ({ data: await call(`/api/${resource}`, { method: 'POST', body: data }) }),
  // The version that was read goes along, so that nobody overwrites what another changed meanwhile.
  update: async (resource: string, { id, data, previousData }: { id: string; data: unknown; previousData?: { version?: number } }) => {
    const version = previousData?.version
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
    return { data: await call(`/api/${resource}/${encodeURIComponent(id)}`, { method: 'PATCH', body: data, headers }) }
  },
  updateMany: async () => {
    throw new Error('Changes are made one by one, each on the version that was read.')
  },
  delete: async (resource: string, { id }: { id: string }) => ({ data: (await call(`/api/${resource}/${encodeURIComponent(id)}`, { method: 'DELETE' })) ?? { id } }),
  deleteMany: async (resource: string, { ids }: { ids: readonly string[] }) => {
    for (const id of ids) await call(`/api/${resource}/${encodeURIComponent(id)}`, { method: 'DELETE' })
    return { data: [...ids] }
  },
} as unknown as DataProvider

async function searched(params: GetListParams & { signal?: AbortSignal }, filter: Record<string, unknown>) {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 }
  const sort = params.sort?.field === 'publishedAt' ? (params.sort.order === 'ASC' ? 'oldest' : 'newest') : 'relevance'
  const query = new URLSearchParams({ ...plain(filter), collapse: 'false', page: String(page), perPage: String(perPage), sort })
  const { hits, total } = await call<SearchAnswerBody>(`/api/search?${query}`, signalOf(params))
  return { data: hits as unknown as ArticleAnswer[], total }
}

function paging({ pagination, sort }: GetListParams): Record<string, string> {
  const { page = 1, perPage = 25 } = pagination ?? {}
  const order = sort?.order === 'ASC' ? 'asc' : 'desc'
  return { page: String(page), perPage: String(perPage), ...(sort?.field && { sort: sort.field, order }) }
}

function plain(filter: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [name, String(value)]))
}

function signalOf({ signal }: { signal?: AbortSignal | undefined }): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}
