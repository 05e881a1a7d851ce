// How does the service start to listen, and how does it stop without dropping anybody? Readiness is refused first,
// then nothing new is accepted, what is in hand is finished, and whoever is still there after that is cut off.
import { createServer, maxHeaderSize, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Life } from './life.ts'

const HEADERS_MS = 15_000
const CHECK_MS = 5_000
const KEEP_ALIVE_MS = 65_000
const MOST_HEADERS = 100
const MOST_CONNECTIONS = 10_000
const FINISH_MS = 8_000

/** By Node's code; the titles are those of the status. */
const UNREAD: Readonly<Record<string, readonly [status: number, title: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', `Address and headers are longer than ${maxHeaderSize.toLocaleString('en-GB')} bytes, the limit for a request.`],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', `The headers did not come within ${HEADERS_MS / 1000} seconds, the limit.`],
}

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
  server.on('clientError', answerUnread)
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

/** What is refused before it is a request, Node would answer without a word. */
function answerUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, title, detail] = UNREAD[error.code ?? ''] ?? [400, 'Bad Request', 'This is no HTTP request.']
  const body = JSON.stringify({ type: 'about:blank', title, status, detail })
  socket.end(`HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`)
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
