// One case that is skipped and says why.
import { it } from 'vitest'

it('wants a moon', (ctx) => ctx.skip('there is no moon tonight'))
