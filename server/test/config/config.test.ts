// Does a wrong setting stop the start with a clear line, and does no value ever show?
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('settings', () => {
  it('have sane values where nothing is set, and an empty value counts as nothing', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, publicSearch: false })
    expect(readConfig({ PORT: '', MASTER_KEY: '' })).toMatchObject({ port: 3000 })
  })

  it.each([
    ['PORT', 'eighty', 'PORT: is not a whole number from 0 to 65535'],
    ['PORT', '70000', 'PORT: is not a whole number from 0 to 65535'],
    ['MASTER_KEY', 'too-short', 'MASTER_KEY: is shorter than 16 characters'],
    ['PUBLIC_SEARCH', 'perhaps', 'PUBLIC_SEARCH: is neither true nor false'],
    ['MEILI_HOST', 'file:///etc', 'MEILI_HOST: is not an http or https address'],
    ['MEILI_MASTER_KEY', 'short', 'MEILI_MASTER_KEY: is shorter than 16 characters'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: is none of fatal, error, warn, info, debug, trace, silent'],
    ['ADMIN_EMAIL', 'a@b.example', 'ADMIN_EMAIL and ADMIN_PASSWORD: give both or neither'],
  ])('stop the start where %s is %s', (name, value, sentence) => {
    expect(faultsOf({ [name]: value })).toContain(sentence)
  })

  it('take the key of the engine from one place', () => {
    expect(faultsOf({ MEILI_API_KEY: 'one', MEILI_API_KEY_FILE: '/keys/two' })).toEqual(['MEILI_API_KEY and MEILI_API_KEY_FILE: give one of them'])
  })

  it('are all told at once, and never with their values', () => {
    const faults = faultsOf({ PORT: 'hunter2', MASTER_KEY: 'hunter2', ADMIN_PASSWORD: 'hunter2', ADMIN_EMAIL: 'hunter2' })
    expect(faults.length).toBeGreaterThanOrEqual(4)
    expect(faults.join('\n')).not.toContain('hunter2')
  })
})
