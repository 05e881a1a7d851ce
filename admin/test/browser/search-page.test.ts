// The search page, the reader and the comparison in a real browser, before the real service with the documents of seeds/.
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { conditions } from './conditions.ts'
import { keeping } from './keeping.ts'
import { keyboard } from './keyboard.ts'
import { reading } from './reading.ts'
import { searching } from './searching.ts'
import { NO_STAGE, openStage, type Stage } from './stage.ts'

let opened: Stage | undefined

beforeAll(async () => {
  if (NO_STAGE === undefined) opened = await openStage()
})
afterAll(() => opened?.close())
afterEach(() => opened?.leave())
beforeEach((ctx) => ctx.skip(NO_STAGE !== undefined, NO_STAGE))

const stage = (): Stage => {
  if (opened === undefined) throw new Error('the stage is not open')
  return opened
}

describe('who searches', () => searching(stage))
describe('who reads', () => reading(stage))
describe('who has no mouse', () => keyboard(stage))
describe('who comes back', () => keeping(stage))
describe('everybody', () => conditions(stage))
