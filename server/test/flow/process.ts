// The service as a process of its own, for tests that kill it. Ended by its own id only.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { MASTER_KEY } from './running.ts'

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export interface ServiceProcess {
  readonly url: string
  readonly pid: number
  /** Exit code, or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | string>
}

export function headers(): Record<string, string> {
  return { authorization: `Bearer ${MASTER_KEY}` }
}

export async function startProcess(dataDir: string, environment: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, PORT: '0', MASTER_KEY, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const url = await addressOf(child)
  return {
    url,
    pid: child.pid as number,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode ?? 'gone'
      const exited = once(child, 'exit')
      child.kill(signal)
      const [code, by] = (await exited) as [number | null, NodeJS.Signals | null]
      return code ?? by ?? 'gone'
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /serves at (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)))
  })
}
