// Do the verbs that need no archive speak and end as promised? Results on standard output, one exit code of three.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const SEEDS = fileURLToPath(new URL('../../../seeds/', import.meta.url))

function run(args: readonly string[], input = ''): { readonly code: number | null; readonly out: string; readonly told: string } {
  const env = { PATH: process.env['PATH'], LOG_LEVEL: 'silent' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: SEEDS, env, input, encoding: 'utf8' })
  return { code: status, out: stdout, told: stderr }
}

// Each starts a process or two, which a busy machine may take its time over.
describe('the command line', { timeout: 120_000 }, () => {
  it('shows what is made of a file, as one line of JSON', () => {
    const { code, out } = run(['extract', '03-courier-digest.txt', '--json'])
    expect(code).toBe(0)
    expect((JSON.parse(out) as { articles: unknown[] }).articles).toHaveLength(8)
  })

  it('compares two files', () => {
    const { code, out } = run(['compare', '05-respin.txt', '01-courier-full.txt', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ left: '05-respin.txt', right: '01-courier-full.txt', relation: 'spun' })
  })

  it('clusters lines from standard input, one line each', () => {
    const text = 'The harbour master closed the lower lock on Friday because a barge had lost its rudder in the fog off Sandgate.'
    const lines = ['a', 'b'].map((id) => JSON.stringify({ id, text })).join('\n')
    const { code, out } = run(['dedupe', '-'], `${lines}\n`)
    expect(code).toBe(0)
    const rows = out.trim().split('\n').map((line) => JSON.parse(line) as { id: string; cluster: string; relation: string | null })
    expect(rows.map((row) => row.id).sort()).toEqual(['a', 'b'])
    expect(new Set(rows.map((row) => row.cluster)).size).toBe(1)
  })

  it('says what is wrong with a wrong use, and ends with 2', () => {
    const wrong = run(['extract', 'no-such-file.txt'])
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.told).toContain('no-such-file.txt')
    expect(run(['no-such-verb']).code).toBe(2)
  })

  it('stops at a wrong setting with one line that names it', () => {
    const env = { PATH: process.env['PATH'], PORT: 'harbour' }
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'serve'], { env, encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^PORT: .+\n$/)
  })
})
