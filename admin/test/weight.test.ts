// How much must be fetched before the search page works? A gate, so that it stays small without anybody watching.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
/** Bytes of script, gzipped. */
const SCRIPT_MOST = 90_000
/** Bytes of style sheets, gzipped. */
const STYLE_MOST = 12_000

async function weight(pattern: RegExp): Promise<number> {
  const page = await readFile(`${DIST}index.html`, 'utf8')
  const files = [...page.matchAll(pattern)].map((found) => found[1] ?? '')
  expect(files.length).toBeGreaterThan(0)
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(DIST + file), { level: 9 }).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

it('keeps the search page’s script within 90 kB gzipped', async (ctx) => {
  ctx.skip(!existsSync(`${DIST}index.html`), 'the pages are not built; run npm test or npm run build')
  expect(await weight(/(?:src|href)="\/([^"]+\.js)"/g)).toBeLessThanOrEqual(SCRIPT_MOST)
  expect(await weight(/href="\/([^"]+\.css)"/g)).toBeLessThanOrEqual(STYLE_MOST)
})

it('runs no script and no style that stands in the page itself', async (ctx) => {
  ctx.skip(!existsSync(`${DIST}index.html`), 'the pages are not built; run npm test or npm run build')
  const page = await readFile(`${DIST}index.html`, 'utf8')
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i)
})
