// The service with the project's own documents in it, and a way to send more.
import { seedFiles, serve } from '../stage/serving.ts'

export { ADA, NOT_BUILT } from '../stage/serving.ts'

export interface Service {
  readonly url: string
  /** Sends a file and waits until it can be searched. Returns the ids of its articles. */
  send(name: string, content: string): Promise<readonly string[]>
  /** The id of the first article of a file of `seeds/`. */
  articleOf(name: string): string
  ask<T>(path: string): Promise<T>
  /** A reader who may sign in. */
  addReader(email: string, password: string): Promise<void>
  stop(): Promise<void>
}

interface Sent {
  readonly documents: readonly { readonly name: string; readonly articles: readonly { readonly id: string }[] }[]
}

export async function startService(): Promise<Service> {
  const { url, ask, level, stop } = await serve()
  const send = async (form: FormData): Promise<Sent> => {
    const sent = await ask<Sent>('/api/documents?wait=200', { method: 'POST', form })
    await level()
    return sent
  }
  const seeds = await send(await seedFiles())
  return {
    url,
    send: async (name, content) => {
      const one = new FormData()
      one.append('files', new Blob([content]), name)
      return (await send(one)).documents.flatMap((document) => document.articles.map((article) => article.id))
    },
    articleOf: (name) => seeds.documents.find((document) => document.name === name)?.articles[0]?.id ?? '',
    ask: (path) => ask(path),
    addReader: async (email, password) => {
      await ask('/api/users', { method: 'POST', body: { email, password, name: 'Rita Reader', role: 'reader' } })
    },
    stop,
  }
}
