// Every page of the panel, with the project's own documents in the archive: can everybody use it, and what does it say in trouble?
import { describe } from 'vitest'
import { conditions } from './conditions.ts'
import { inTrouble } from './states.ts'
import { NO_BROWSER, NOT_BUILT, openStage } from './stage.ts'
import { seedFiles } from '../stage/serving.ts'
import { staged } from '../stage/staged.ts'

const NO_STAGE = NO_BROWSER ?? NOT_BUILT
const stage = staged(NO_STAGE, openStage, async ({ archive }) => archive.send(await seedFiles()))

describe('everybody', () => conditions(stage))
describe('every page', () => inTrouble(stage))
