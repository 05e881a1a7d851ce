// How much may a request send, and how slowly? Multer looks at sizes only once it has read everything, and Node's
// own time limit would cut an honest upload over a slow line; so bytes are counted here as they arrive.
import type { Request, Response } from 'express'
import { ProblemError } from '../domain/problem.ts'

/** Least bytes a second. */
const LEAST_RATE = 1_024
/** So long a refused sender may still read the answer before the line is cut. */
const LINGER_MS = 500

export interface BodyWatch {
  /** Rejects when the request breaks a bound; never resolves. */
  readonly broken: Promise<never>
  stop(): void
}

/** `body-too-large` by the announced length, before a byte is read. */
export function refuseAnnounced(request: Request, response: Response, most: number): void {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced <= most) return
  refuseRest(request, response)
  throw tooLarge(most)
}

/** Counts what comes in from now on, and looks every `slowSeconds` whether enough came. */
export function watchBody(request: Request, response: Response, most: number, slowSeconds: number): BodyWatch {
  let total = 0
  let atLastLook = 0
  let refuse: (error: ProblemError) => void = () => {}
  const broken = new Promise<never>((_, reject) => {
    refuse = (error) => {
      stop()
      refuseRest(request, response)
      reject(error)
    }
  })
  broken.catch(() => {})
  const count = (piece: Buffer) => {
    total += piece.length
    if (total > most) refuse(tooLarge(most))
  }
  const timer = setInterval(() => {
    // Bytes that wait in the buffer are ours to take: then the disk is slow, not the sender.
    const slow = total - atLastLook < LEAST_RATE * slowSeconds && request.readableLength === 0 && !request.complete
    atLastLook = total
    if (slow) refuse(new ProblemError('upload-too-slow', `Fewer than ${LEAST_RATE} bytes a second arrived for ${slowSeconds} seconds.`))
  }, slowSeconds * 1000)
  timer.unref()
  const stop = () => {
    clearInterval(timer)
    request.off('data', count)
  }
  request.on('data', count)
  return { broken, stop }
}

/** Reads no further; the answer goes out, then the line is cut. */
function refuseRest(request: Request, response: Response): void {
  request.unpipe()
  request.removeAllListeners('readable')
  // Once read from, Node leaves the rest of a body alone instead of draining it after the answer.
  request.read(0)
  request.pause()
  // The request itself, not only its socket: once answered, it would not hear of the socket's end, nor would its files.
  const cut = () => setTimeout(() => request.destroy(), LINGER_MS).unref()
  response.once('close', cut)
}

function tooLarge(most: number): ProblemError {
  return new ProblemError('body-too-large', `The upload is larger than ${most.toLocaleString('en-GB')} bytes, the limit for one request.`)
}
