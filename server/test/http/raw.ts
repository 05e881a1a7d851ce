// A sender that does what no client library would: half a request, too much of it, or none of it for long.
import { connect, type Socket } from 'node:net'

export interface Line {
  readonly socket: Socket
  /** All that came back so far. */
  text(): string
  /** Resolves when this has come back, or the line is closed. */
  until(part: string): Promise<string>
  readonly closed: Promise<void>
}

export function line(url: string): Line {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.setEncoding('utf8')
  socket.on('data', (piece) => {
    text += String(piece)
  })
  // A line that is cut while we send is what some of these tests are about.
  socket.on('error', () => undefined)
  const until = async (part: string): Promise<string> => {
    while (!text.includes(part) && !socket.closed) {
      await Promise.race([closed, new Promise((resolve) => socket.once('data', resolve))])
    }
    return text
  }
  return { socket, text: () => text, until, closed }
}

export const FORM_HEAD = '--b\r\nContent-Disposition: form-data; name="files"; filename="x.txt"\r\n\r\n'

/** The head of an upload whose body comes in pieces. */
export function chunkedUpload(key: string): string {
  return `POST /api/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n`
}

export function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
}
