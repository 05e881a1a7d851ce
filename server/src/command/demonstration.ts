// What does Copydesk do, shown in a minute? A service of its own on a throw-away folder takes in the documents of seeds/
// and tells what it found. It asks over HTTP only, as any program would: what it prints, anyone can ask for.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demoReport, type Archive } from './demo-report.ts'
import type { Article } from '../domain/article.ts'
import type { Cluster } from '../domain/cluster.ts'
import type { Document } from '../domain/document.ts'
import type { Match } from '../domain/match.ts'

/** A service that serves. */
export interface DemoService {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly url: string
  /** A key with the role admin. */
  readonly key: string
  /** A link that signs its bearer in, once. */
  readonly signIn: () => Promise<string>
}

const WAIT_SECONDS = 120
/** Relations that are told although they merge nothing. */
const KEPT_APART: ReadonlySet<string> = new Set(['template', 'related'])
const QUESTION = '"Gate Okay"'

/** Takes in every file of the folder and gives the report; throws with a sentence where the service refuses. */
export async function demonstrate(service: DemoService, seeds: string): Promise<string> {
  const ask = asker(service)
  const { documents } = await ask<{ documents: readonly Document[] }>(`/api/documents?wait=${WAIT_SECONDS}`, await uploadOf(seeds))
  const articles = await ask<{ data: readonly Article[] }>('/api/articles?perPage=100&sort=createdAt&order=asc')
  const clusters = await ask<{ data: readonly Cluster[] }>('/api/clusters?perPage=100&sort=size&order=desc')
  const found = await ask<Archive['found']>(`/api/search?${new URLSearchParams({ q: QUESTION })}`)
  const archive = { documents, articles: articles.data, clusters: clusters.data, apart: await keptApart(articles.data, ask), question: QUESTION, found }
  const link = await service.signIn()
  return `${demoReport(archive)}\n\nSearch page: ${service.url}/\nThe panel, signed in (once, within 15 minutes): ${link}\n`
}

type Ask = <T>(path: string, form?: FormData) => Promise<T>

function asker({ url, key }: DemoService): Ask {
  return async <T>(path: string, form?: FormData): Promise<T> => {
    const init = form === undefined ? {} : { method: 'POST', body: form }
    const response = await fetch(url + path, { ...init, headers: { authorization: `Bearer ${key}` } })
    const answer = (await response.json()) as T & { readonly detail?: string }
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${answer.detail ?? ''}`)
    return answer
  }
}

/** The folder's own README explains the documents and is none of them. */
async function uploadOf(seeds: string): Promise<FormData> {
  const form = new FormData()
  const names = (await readdir(seeds)).filter((name) => name !== 'README.md').sort()
  for (const name of names) form.append('files', new Blob([new Uint8Array(await readFile(join(seeds, name)))]), name)
  return form
}

/** Pairs that share a form or an event and are yet two texts, each once. The principals speak for their copies. */
async function keptApart(articles: readonly Article[], ask: Ask): Promise<readonly Match[]> {
  const principals = new Set(articles.filter((article) => article.principal).map((article) => article.id))
  const pairs = new Map<string, Match>()
  for (const id of principals) {
    const { data } = await ask<{ data: readonly Match[] }>(`/api/articles/${id}/matches?perPage=100`)
    for (const match of data) {
      if (KEPT_APART.has(match.relation) && principals.has(match.left) && principals.has(match.right)) pairs.set([match.left, match.right].sort().join(), match)
    }
  }
  return [...pairs.values()]
}
