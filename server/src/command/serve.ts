// What does `copydesk serve` do? It runs until it is told to stop.
import type { Config } from '../config.ts'
import { startService } from '../startup.ts'
import { DONE, say } from './output.ts'

export async function serveCommand(config: Config): Promise<number> {
  const service = await startService(config)
  say(`Copydesk serves at ${service.url} – the panel is at ${service.url}/admin`)
  if (!(await service.store.people.hasAdministrator()) && config.masterKey === undefined) {
    say(`Nobody can sign in yet. This link lets the first administrator in, once, for 15 minutes:\n${await service.adminLink('/admin')}`)
  }
  await untilTold()
  await service.stop()
  return DONE
}

/** SIGTERM or Ctrl+C. Whoever asks twice does not want to wait. */
export async function untilTold(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(DONE))
}
