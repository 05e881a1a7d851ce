// What does the background thread do? It opens a workshop of its own, works until told to stop, and answers calls.
import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from '../config.ts'
import { openDesk } from './desk.ts'
import { answerCalls } from './relay.ts'
import { openWorkshop } from '../wiring.ts'

if (parentPort === null) throw new Error('background-thread.ts is the program of a thread; it is not run by itself')
const port = parentPort
const workshop = await openWorkshop(workerData as Config, (event) => port.postMessage({ event }))

answerCalls(port, {
  ...openDesk(workshop),
  wake: async () => {
    workshop.loop.wake()
    workshop.runner.wake()
  },
  stop: async () => {
    await Promise.all([workshop.loop.stop(), workshop.runner.stop()])
    await workshop.close()
    // The answer must go out before the port closes.
    setImmediate(() => port.close())
  },
})
workshop.loop.start()
workshop.runner.start()
