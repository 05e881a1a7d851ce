// The panel in a real browser before the real service: an empty archive is filled, looked through and corrected.
// The parts follow one another as a person's day does; what one leaves behind the next one finds.
import { describe } from 'vitest'
import { coming } from './coming.ts'
import { correcting } from './correcting.ts'
import { curating } from './curating.ts'
import { filling } from './filling.ts'
import { rehearsing } from './rehearsing.ts'
import { beforeAnything } from './states.ts'
import { NO_BROWSER, NOT_BUILT, openStage } from './stage.ts'
import { staged } from '../stage/staged.ts'

const NO_STAGE = NO_BROWSER ?? NOT_BUILT
const stage = staged(NO_STAGE, openStage)

describe('an archive with nothing in it', () => beforeAnything(stage))
describe('who comes in', () => coming(stage))
describe('who fills the archive', () => filling(stage))
describe('who corrects', () => correcting(stage))
describe('who curates', () => curating(stage))
describe('who looks at a file', () => rehearsing(stage))
