// Is every name harmless to show, and still the sender's?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayName } from '../../src/intake/intake.ts'

describe('a display name', () => {
  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['/abs/olute.txt', 'abs/olute.txt'],
    ['C:\\Users\\x.txt', 'Users/x.txt'],
    ['line\r\nbreak".txt', 'linebreak".txt'],
    ['exe\u202efdp.txt', 'exefdp.txt'],
    ['nul\0byte.txt', 'nulbyte.txt'],
    ['', 'unnamed'],
    ['..', 'unnamed'],
    ['./.', 'unnamed'],
    ['新聞 – Überschrift.txt', '新聞 – Überschrift.txt'],
    ['__proto__', '__proto__'],
    ['cafe\u0301.txt', 'café.txt'],
  ])('%j is shown as %j', (raw, shown) => {
    expect(displayName(raw)).toBe(shown)
  })

  it('keeps the ending of a name that is too long', () => {
    const shown = displayName(`${'я'.repeat(3000)}.docx`)
    expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(255)
    expect(shown.endsWith('.docx')).toBe(true)
  })

  it('of any text whatever is short, relative, without controls, and stays as it is when cleaned again', () => {
    const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))
    const part = fc.oneof(fc.string({ unit: anyUnit }), fc.constantFrom('..', '/', '\\', '.', 'C:', '\u202e', ' '))
    fc.assert(fc.property(fc.array(part).map((parts) => parts.join('')), (raw) => {
      const shown = displayName(raw)
      expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(255)
      expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\\]|^\/|(^|\/)\.\.(\/|$)|^$/)
      expect(shown.isWellFormed()).toBe(true)
      expect(displayName(shown)).toBe(shown)
    }), { numRuns: 500 })
  })
})
