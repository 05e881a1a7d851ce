// Can a whole queue be worked through without the mouse, with every act that there is?
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ready, type Stage } from '../panel/stage.ts'
import { clusterShown, decisions, pressOn, shown, waiting } from './desk-of.ts'

const PLAIN = ['y', 'n', 'y', 'l', 'y'] as const

export function working(stage: () => Stage): void {
  it('is curated by keys alone, from anywhere to the end', async () => {
    const { page, faults } = await stage().visit('/admin/articles', { as: 'curator' })
    const before = (await decisions(stage())).length
    const count = (await waiting(stage())).length
    expect(count).toBeGreaterThanOrEqual(20)
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await shown(page)
    const left = [...BIG]
    for (let turn = 0; turn < count; turn++) {
      const act = (await page.locator('.member').count()) === 4 ? left.shift() : undefined
      await shown(page)
      if (act !== undefined) {
        await act(page)
        // What was undone is asked for anew; a key before it is seen decides nothing.
        await shown(page)
        await ready(page)
      }
      expect(await page.evaluate(() => document.activeElement?.closest('.review') !== null), 'the focus is in the workspace').toBe(true)
      // Of more than two, taking one out leaves a cluster that is still to be judged: it would not move on.
      const key = (await page.locator('.member').count()) > 2 ? 'y' : (PLAIN[turn % PLAIN.length] as string)
      if (turn < count - 1) await pressOn(page, key)
      else await page.keyboard.press('y')
    }
    await page.getByText(/All caught up\. \d+ reviewed in .+, \d+ marked Later/).waitFor()
    expect(left).toEqual([])
    const made = await decisions(stage())
    expect(new Set(made.slice(0, made.length - before).map((one) => one.kind))).toEqual(new Set(['review', 'later', 'separate', 'set-principal', 'set-relation', 'join']))
    expect(faults).toEqual([])
  })
}

/** What is done to the clusters of four before the plain key. */
const BIG: readonly ((page: Page) => Promise<void>)[] = [principalAndNote, splitOff, relation, merge, undoAndRedo]

async function principalAndNote(page: Page): Promise<void> {
  await page.keyboard.press('2')
  await page.keyboard.press('a')
  await page.getByRole('dialog').waitFor()
  // Letters in a field are letters.
  await page.keyboard.type('yes no later, it is the fuller one')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await page.getByText(/^Principal is now /).waitFor()
}

async function splitOff(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown')
  for (const key of ['3', 'x', '4', 'x', 's']) await page.keyboard.press(key)
  await page.getByText('Split 2 versions into a new cluster.').waitFor()
  await expect.poll(() => page.locator('.member').count()).toBe(2)
}

/** Only of the principal; then all of it is taken back. */
async function onlyOf(page: Page): Promise<void> {
  await page.keyboard.press('2')
  await page.keyboard.press('Shift+N')
  await page.getByRole('dialog', { name: 'Not a duplicate of …' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/ is not a duplicate of the .+ version\./).waitFor()
  await page.keyboard.press('z')
  await page.getByText('Undone.').waitFor()
  await expect.poll(() => page.locator('.member').count()).toBe(4)
}

/** Another reference and back; from difference to difference, and back to the words. */
async function readOn(page: Page): Promise<void> {
  await page.keyboard.press('2')
  await page.keyboard.press('r')
  await page.getByText('Reference for the others').waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('r')
  await page.getByText('Reference for the others').waitFor({ state: 'detached' })
  await page.keyboard.press('3')
  await page.keyboard.press('d')
  await page.getByRole('button', { name: 'Next difference' }).waitFor()
  for (const [key, place] of [[']', '1 of'], [']', '2 of'], ['[', '1 of']] as const) {
    await page.keyboard.press(key)
    await page.locator('.sides-steps [role=status]', { hasText: place }).waitFor()
  }
  await page.keyboard.press('t')
}

/** Where it does not move on by itself, a confirmed cluster stays on the desk. */
async function stayOn(page: Page): Promise<void> {
  const here = clusterShown(page)
  await page.getByRole('switch').press('Space')
  await page.locator('.members').focus()
  await page.keyboard.press('y')
  await page.getByText('Confirmed 4 versions.').waitFor()
  expect(clusterShown(page)).toBe(here)
  await page.keyboard.press('z')
  await page.getByText('Undone.').waitFor()
  await page.getByRole('switch').press('Space')
  await page.locator('.members').focus()
}

async function relation(page: Page): Promise<void> {
  await onlyOf(page)
  await readOn(page)
  await page.keyboard.press('3')
  await page.keyboard.press('v')
  await page.getByRole('dialog', { name: 'Set the relation' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function merge(page: Page): Promise<void> {
  const here = clusterShown(page)
  await page.keyboard.press('m')
  await page.getByLabel('Words of a headline').waitFor()
  await page.keyboard.type('by')
  // The list is asked for once the typing rests; what was near stands there until then.
  await page.getByRole('group', { name: 'With “by”' }).getByRole('radio').first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: /^Merge: \d+ versions/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/^Merged: \d+ versions\./).waitFor()
  await page.keyboard.press('z')
  await page.getByText('Undone.').waitFor()
  await page.waitForURL(`**/review/${here}*`)
}

async function undoAndRedo(page: Page): Promise<void> {
  await stayOn(page)
  await page.keyboard.press('4')
  await page.keyboard.press('n')
  await expect.poll(() => page.locator('.member').count()).toBe(3)
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.locator('.member').count()).toBe(4)
  await page.keyboard.press('Shift+Z')
  await expect.poll(() => page.locator('.member').count()).toBe(3)
}
