// Two cases that pass.
import { describe, expect, it } from 'vitest'

describe('a group', () => {
  it('passes', () => expect(1).toBe(1))
  it('passes too', () => expect(2).toBe(2))
})
