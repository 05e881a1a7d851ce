// The workspace in a real browser before the real service, on clusters that nobody prepared for it: by keys alone, fast,
// two at a time, and on a bad line. The parts share one archive; what one leaves behind the next one finds.
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { NO_BROWSER, NOT_BUILT, openStage, type Stage } from '../panel/stage.ts'
import { deciding } from './deciding.ts'
import { looking } from './looking.ts'
import { together } from './together.ts'
import { stories } from './stories.ts'
import { working } from './working.ts'

const CLUSTERS = 48
const NO_STAGE = NO_BROWSER ?? NOT_BUILT
let opened: Stage | undefined

beforeAll(async () => {
  if (NO_STAGE !== undefined) return
  opened = await openStage()
  const form = new FormData()
  form.append('files', new Blob([stories(CLUSTERS).map((story) => JSON.stringify(story)).join('\n')]), 'stories.jsonl')
  await opened.archive.send(form)
})
afterAll(() => opened?.close())
afterEach(() => opened?.leave())
beforeEach((ctx) => ctx.skip(NO_STAGE !== undefined, NO_STAGE))

const stage = (): Stage => {
  if (opened === undefined) throw new Error('the stage is not open')
  return opened
}

describe('a decision', () => deciding(stage))
describe('two people', () => together(stage))
describe('the workspace', () => looking(stage))
describe('a whole queue', () => working(stage))
