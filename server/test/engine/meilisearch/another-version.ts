// How does an engine look that is of another version? A real one, behind a proxy that only answers for its version.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface AnotherVersion {
  readonly host: string
  /** Undefined: its own. */
  set(version: string | undefined): void
  stop(): Promise<void>
}

export async function anotherVersion(target: string): Promise<AnotherVersion> {
  const { hostname, port } = new URL(target)
  let version: string | undefined
  const server = createServer((asked, answer) => {
    if (asked.url === '/version' && version !== undefined) {
      answer.setHeader('content-type', 'application/json').end(JSON.stringify({ commitSha: 'none', commitDate: 'none', pkgVersion: version }))
      return
    }
    const forwarded = request({ hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    })
    forwarded.on('error', () => answer.destroy())
    asked.pipe(forwarded)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      version = next
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
