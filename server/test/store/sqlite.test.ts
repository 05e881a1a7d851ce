// Does the store on SQLite keep the contract?
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArchiveStore } from '../../src/store/port.ts'
import { openStore } from '../../src/store/store.ts'
import { storeContract } from './contract.ts'
import { clock } from './made.ts'

storeContract('SQLite', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-store-'))
  const opened: ArchiveStore[] = []
  const another = async () => {
    const store = await openStore({ dataDir, clock })
    opened.push(store)
    return store
  }
  return {
    store: await another(),
    another,
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()))
      await rm(dataDir, { recursive: true })
    },
  }
})
