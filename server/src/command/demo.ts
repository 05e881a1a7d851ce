// What does `copydesk demo` do? It runs the service on a throw-away archive and shows what it finds in seeds/.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { demonstrate } from './demonstration.ts'
import { startService } from '../startup.ts'
import { DONE, say } from './output.ts'
import { untilTold } from './serve.ts'

/** With `once` it ends after the report; else it serves until it is told to stop. */
export async function demoCommand(once: boolean, config: Config): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-demo-'))
  const key = randomBytes(24).toString('base64url')
  const quiet = config.logLevel === 'info' ? 'warn' : config.logLevel
  const service = await startService({ ...config, dataDir, masterKey: key, logLevel: quiet })
  try {
    const seeds = fileURLToPath(new URL('../../../seeds', import.meta.url))
    const report = await demonstrate({ url: service.url, key, signIn: () => service.adminLink('/admin') }, seeds)
    process.stdout.write(report)
    if (!once) {
      say('Serving until Ctrl+C; the archive is thrown away then.')
      await untilTold()
    }
    return DONE
  } finally {
    await service.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
