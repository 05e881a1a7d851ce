// How does the service start to listen, and how does it stop without dropping anybody? Readiness is refused first,
// then nothing new is accepted, what is in hand is finished, and whoever is still there after that is cut off.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Life } from './life.ts'

const HEADERS_MS = 15_000
const CHECK_MS = 5_000
const KEEP_ALIVE_MS = 65_000
const MOST_HEADERS = 100
const MOST_CONNECTIONS = 10_000
const FINISH_MS = 8_000

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  readonly url: string
  /** Resolves when the last answer is out, or after `finishMs`. Safe to call twice. */
  stop(finishMs?: number): Promise<void>
}

/** Resolves when it listens; rejects where the port is taken. Port 0 is any free one. */
export async function startServer(app: RequestListener, address: { readonly host: string; readonly port: number }, life: Life): Promise<RunningServer> {
  const server = createServer(
    // Uploads take as long as they need: a watch on the rate of bytes ends the slow ones.
    { headersTimeout: HEADERS_MS, requestTimeout: 0, connectionsCheckingInterval: CHECK_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    app,
  )
  server.maxHeadersCount = MOST_HEADERS
  server.maxConnections = MOST_CONNECTIONS
  await listening(server, address)
  const { port } = server.address() as AddressInfo
  const host = address.host.includes(':') ? `[${address.host}]` : address.host
  let stopped: Promise<void> | undefined
  return {
    url: `http://${host}:${port}`,
    stop: (finishMs = FINISH_MS) => (stopped ??= stop(server, life, finishMs)),
  }
}

function listening(server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function stop(server: Server, life: Life, finishMs: number): Promise<void> {
  life.stop()
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), finishMs)
    const sweep = setInterval(() => server.closeIdleConnections(), 100)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
  })
}
