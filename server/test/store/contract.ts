// What must every store do, whichever database stands behind it? One suite; each implementation's test hands in an opener.
import { afterEach, beforeEach, describe } from 'vitest'
import type { ArchiveStore } from '../../src/store/port.ts'
import { articleContract } from './contract-articles.ts'
import { clusterContract } from './contract-clusters.ts'
import { decisionContract } from './contract-decisions.ts'
import { documentContract } from './contract-documents.ts'
import { fingerprintContract } from './contract-fingerprints.ts'
import { outboxContract } from './contract-outbox.ts'
import { peopleContract } from './contract-people.ts'
import { savedSearchContract } from './contract-saved-searches.ts'
import { taskContract } from './contract-tasks.ts'
import { transactionContract } from './contract-transactions.ts'

export interface Opened {
  readonly store: ArchiveStore
  /** Another store over the same data, as another process has it. */
  readonly another: () => Promise<ArchiveStore>
  /** Closes all and throws the data away. */
  readonly dispose: () => Promise<void>
}

/** The store of the running test. */
export interface Bench {
  readonly store: ArchiveStore
  readonly another: () => Promise<ArchiveStore>
}

export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(`the store on ${name}`, () => {
    let opened: Opened
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.dispose())
    const bench: Bench = {
      get store() {
        return opened.store
      },
      another: () => opened.another(),
    }
    documentContract(bench)
    articleContract(bench)
    fingerprintContract(bench)
    clusterContract(bench)
    decisionContract(bench)
    outboxContract(bench)
    peopleContract(bench)
    savedSearchContract(bench)
    taskContract(bench)
    transactionContract(bench)
  })
}
