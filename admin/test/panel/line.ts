// A line to the service that can be cut: a proxy that passes everything on, and holds its event streams in its hand.
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Line {
  readonly url: string
  /** What each event stream asked to begin after, in the order in which they were opened; undefined: it did not say. */
  readonly resumed: readonly (string | undefined)[]
  /** Ends the event streams and lets none begin; everything else passes. */
  cut(): void
  mend(): void
  close(): void
}

export async function openLine(service: string): Promise<Line> {
  const streams = new Set<ServerResponse>()
  const resumed: (string | undefined)[] = []
  let whole = true
  const server = createServer((request, response) => {
    const streamed = request.url?.startsWith('/api/events') === true
    if (streamed && !whole) return void request.destroy()
    if (streamed) {
      resumed.push(request.headers['last-event-id']?.toString())
      streams.add(response)
    }
    const { method, headers } = request
    const passed = ask(`${service}${request.url}`, { ...(method !== undefined && { method }), headers }, (answer) => (streamed ? streamSoon(answer, response) : pass(answer, response)))
    passed.on('error', () => response.destroy())
    response.on('close', () => passed.destroy())
    request.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    resumed,
    cut: () => {
      whole = false
      for (const stream of streams) stream.destroy()
      streams.clear()
    },
    mend: () => {
      whole = true
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function pass(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, answer.headers)
  answer.pipe(response)
}

/** As it is, but for how long a browser waits before it tries again: no test has that time. */
function streamSoon(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, answer.headers)
  answer.on('data', (chunk: Buffer) => response.write(chunk.toString().replace(/^retry: \d+/, 'retry: 100')))
  answer.on('error', () => response.destroy())
  answer.on('end', () => response.end())
}
