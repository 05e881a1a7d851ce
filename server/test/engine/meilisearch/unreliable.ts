// What stands between us and an engine on a bad day? A small TCP proxy that can be told to delay, swallow, reset, cut
// answers short, or answer like a broken gateway.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'

export type Mood =
  | { readonly kind: 'fair' }
  /** Everything comes, but later: milliseconds. */
  | { readonly kind: 'slow'; readonly delay: number }
  /** Nothing ever comes. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'reset' }
  /** Only so many bytes of every answer, then the end. */
  | { readonly kind: 'cut'; readonly bytes: number }
  /** A gateway's page instead of JSON. */
  | { readonly kind: 'gateway' }
  /** Its own words for a fault of its own. */
  | { readonly kind: 'broken' }

export interface Unreliable {
  readonly host: string
  set(mood: Mood): void
  stop(): Promise<void>
}

export async function unreliable(target: string): Promise<Unreliable> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let mood: Mood = { kind: 'fair' }
  const server = createServer((near) => {
    keep(sockets, near)
    receive(near, mood, () => keep(sockets, connect(Number(port), hostname)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      mood = next
      // A connection kept alive would stay in the old mood.
      for (const socket of sockets) socket.destroy()
    },
    stop: () => end(server, sockets),
  }
}

const FAULT = JSON.stringify({ message: 'internal: no space is left', code: 'internal', type: 'internal', link: 'https://docs.meilisearch.com/errors#internal' })
const PAGE = '<html><body><h1>502 Bad Gateway</h1></body></html>'

function keep(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => sockets.delete(socket))
  return socket
}

function receive(near: Socket, mood: Mood, dial: () => Socket): void {
  if (mood.kind === 'reset') {
    near.once('data', () => near.resetAndDestroy())
    return
  }
  if (mood.kind === 'silent') {
    near.resume()
    return
  }
  if (mood.kind === 'gateway' || mood.kind === 'broken') {
    const [status, type, body] = mood.kind === 'gateway' ? ['502 Bad Gateway', 'text/html', PAGE] : ['500 Internal Server Error', 'application/json', FAULT]
    near.on('data', () => near.write(`HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`))
    return
  }
  const far = dial()
  near.pipe(far)
  near.on('close', () => far.destroy())
  far.on('close', () => near.destroy())
  if (mood.kind === 'cut') cutShort(far, near, mood.bytes)
  else if (mood.kind === 'slow') far.on('data', (data) => setTimeout(() => near.write(data), mood.delay))
  else far.pipe(near)
}

function cutShort(far: Socket, near: Socket, bytes: number): void {
  let left = bytes
  far.on('data', (data: Buffer) => {
    near.write(data.subarray(0, left))
    left -= data.length
    if (left <= 0) near.end()
  })
}

async function end(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  for (const socket of sockets) socket.destroy()
  await closed
}
