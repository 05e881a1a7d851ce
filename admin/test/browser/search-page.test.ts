// The search page, the reader and the comparison in a real browser, before the real service with the documents of seeds/.
import { describe } from 'vitest'
import { conditions } from './conditions.ts'
import { keeping } from './keeping.ts'
import { keyboard } from './keyboard.ts'
import { reading } from './reading.ts'
import { searching } from './searching.ts'
import { NO_STAGE, openStage } from './stage.ts'
import { staged } from '../stage/staged.ts'

const stage = staged(NO_STAGE, openStage)

describe('who searches', () => searching(stage))
describe('who reads', () => reading(stage))
describe('who has no mouse', () => keyboard(stage))
describe('who comes back', () => keeping(stage))
describe('everybody', () => conditions(stage))
