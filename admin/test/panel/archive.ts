// The service with an archive that begins empty, an administrator, a curator and a reader.
import { ADA, serve, type Serving } from '../stage/serving.ts'

export { NOT_BUILT, SEEDS } from '../stage/serving.ts'

export const PEOPLE = {
  admin: ADA,
  curator: { email: 'ana@example.org', password: 'a third long password' },
  reader: { email: 'rea@example.org', password: 'another long password' },
} as const

export interface OpenArchive extends Pick<Serving, 'url' | 'ask'> {
  /** Sends files and waits until all are settled. */
  send(files: FormData): Promise<void>
  /** Signs its bearer in, once. */
  signInLink(who: keyof typeof PEOPLE): Promise<string>
  /** Killed without a word, and started anew on the same folder and port. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function openArchive(settings: Readonly<Record<string, string>> = {}): Promise<OpenArchive> {
  const { url, ask, restart, stop } = await serve(settings)
  await ask('/api/users', { method: 'POST', body: { ...PEOPLE.reader, name: 'Rea', role: 'reader' } })
  await ask('/api/users', { method: 'POST', body: { ...PEOPLE.curator, name: 'Ana', role: 'curator' } })
  return {
    url,
    ask,
    send: async (files) => {
      await ask('/api/documents?wait=200', { method: 'POST', form: files })
    },
    signInLink: async (who) => {
      const { data } = await ask<{ data: readonly { id: string; email: string }[] }>('/api/users')
      const id = data.find((user) => user.email === PEOPLE[who].email)?.id ?? ''
      return (await ask<{ url: string }>(`/api/users/${id}/sign-in-link`, { method: 'POST', body: { goTo: '/admin/' } })).url
    },
    restart,
    close: stop,
  }
}
