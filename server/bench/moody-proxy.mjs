// What stands between the service and an engine on a bad day? A proxy that passes everything on, or answers late, or
// answers 500 in the engine's own words. While the engine behind it is ended, it resets every connection.
import { Agent, createServer, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const FAULT = JSON.stringify({ message: 'internal: no space is left', code: 'internal', type: 'internal', link: 'https://docs.meilisearch.com/errors#internal' })

/** Moods: `fair`, `faulty`, or a number of milliseconds by which every answer is late. */
export async function moodyProxy(target) {
  const { hostname, port } = new URL(target)
  const agent = new Agent({ keepAlive: true })
  let mood = 'fair'
  const server = createServer(async (asked, answer) => {
    if (mood === 'faulty') {
      asked.resume()
      answer.writeHead(500, { 'content-type': 'application/json' }).end(FAULT)
      return
    }
    if (typeof mood === 'number') await pause(mood)
    const passed = request({ agent, hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, (answered) => {
      answer.writeHead(answered.statusCode, answered.headers)
      answered.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `http://127.0.0.1:${server.address().port}`,
    set: (next) => {
      mood = next
    },
    stop: () => {
      server.closeAllConnections()
      agent.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
