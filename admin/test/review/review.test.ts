// The workspace in a real browser before the real service, on clusters that nobody prepared for it: by keys alone, fast,
// two at a time, and on a bad line. The parts share one archive; what one leaves behind the next one finds.
import { describe } from 'vitest'
import { NO_BROWSER, NOT_BUILT, openStage } from '../panel/stage.ts'
import { comparing } from './comparing.ts'
import { deciding } from './deciding.ts'
import { looking } from './looking.ts'
import { together } from './together.ts'
import { stories } from './stories.ts'
import { working } from './working.ts'
import { staged } from '../stage/staged.ts'

const CLUSTERS = 48
const NO_STAGE = NO_BROWSER ?? NOT_BUILT
const stage = staged(NO_STAGE, openStage, async ({ archive }) => {
  const form = new FormData()
  form.append('files', new Blob([stories(CLUSTERS).map((story) => JSON.stringify(story)).join('\n')]), 'stories.jsonl')
  await archive.send(form)
})

describe('a decision', () => deciding(stage))
describe('two people', () => together(stage))
describe('the workspace', () => looking(stage))
describe('a comparison', () => comparing(stage))
describe('a whole queue', () => working(stage))
