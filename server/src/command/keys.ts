// How does a program get a key from the shell? Shown once on standard output; only its hash is kept.
import type { Config } from '../config.ts'
import { systemClock } from '../domain/clock.ts'
import { type Role, SYSTEM } from '../domain/role.ts'
import { mintKey } from '../http/http.ts'
import { openArchive } from '../wiring.ts'
import { DONE, printLine, say } from './output.ts'

export async function createKeyCommand(role: Role, name: string, config: Config): Promise<number> {
  const archive = await openArchive(config)
  try {
    const { key, prefix, keyHash } = mintKey()
    await archive.store.people.addKey({ name, role, prefix, keyHash }, SYSTEM, systemClock().toISOString())
    await printLine(key)
    say(`A key with the role ${role}. It is not shown again.`)
    return DONE
  } finally {
    await archive.close()
  }
}
