// Every page of the panel, with the project's own documents in the archive: can everybody use it, and what does it say in trouble?
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { SEEDS } from './archive.ts'
import { conditions } from './conditions.ts'
import { inTrouble } from './states.ts'
import { NO_BROWSER, NOT_BUILT, openStage, type Stage } from './stage.ts'

const NO_STAGE = NO_BROWSER ?? NOT_BUILT
let opened: Stage | undefined

beforeAll(async () => {
  if (NO_STAGE !== undefined) return
  opened = await openStage()
  const files = new FormData()
  for (const name of (await readdir(SEEDS)).filter((one) => one !== 'README.md').sort()) {
    files.append('files', new Blob([new Uint8Array(await readFile(join(SEEDS, name)))]), name)
  }
  await opened.archive.send(files)
})
afterAll(() => opened?.close())
afterEach(() => opened?.leave())
beforeEach((ctx) => ctx.skip(NO_STAGE !== undefined, NO_STAGE))

const stage = (): Stage => {
  if (opened === undefined) throw new Error('the stage is not open')
  return opened
}

describe('everybody', () => conditions(stage))
describe('every page', () => inTrouble(stage))
