// A file that can't be loaded: none of its cases runs, and that must not pass for success.
import { it } from 'vitest'

it('never runs', () => {})
throw new Error('broken on purpose')
