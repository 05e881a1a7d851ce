// How does the service come by a key of Meilisearch that is not the master key? This command, run apart from it and
// before it, makes what it needs and writes it into a file that the service reads.
import { chmodSync, renameSync, writeFileSync } from 'node:fs'
import type { Config } from '../config.ts'
import { scopedKeys } from '../engine/engine.ts'
import { DONE, DONE_WITH_PROBLEMS, say, UsageError } from './output.ts'

export async function engineKeyCommand(file: string, { meili, meiliMasterKey }: Config): Promise<number> {
  if (meili === undefined || meiliMasterKey === undefined) throw new UsageError('Set MEILI_HOST and MEILI_MASTER_KEY: the key is made with them.')
  try {
    replace(file, await scopedKeys({ host: meili.host, masterKey: meiliMasterKey, prefix: meili.prefix }))
    say(`The keys for the indexes ${meili.prefix}* stand in ${file}.`)
    return DONE
  } catch (error) {
    say(`No keys could be made: ${error instanceof Error ? error.message : String(error)}`)
    return DONE_WITH_PROBLEMS
  }
}

/** In one step: the service may read it at any time. For its own user only. */
function replace(file: string, keys: string): void {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, keys, { mode: 0o600 })
  chmodSync(fresh, 0o600)
  renameSync(fresh, file)
}
