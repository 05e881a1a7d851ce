// What does the service hold of the decisions, asked past the page? And how does the page stand in its queue?
import type { Page } from 'playwright-core'
import type { ClusterAnswer } from '../../../server/src/http/contract/clusters.ts'
import type { DecisionRecord } from '../../../server/src/http/contract/decisions.ts'
import type { Stage } from '../panel/stage.ts'

export async function decisions(stage: Stage, query = ''): Promise<readonly DecisionRecord[]> {
  const { data } = await stage.archive.ask<{ data: readonly DecisionRecord[] }>(`/api/decisions?perPage=100&sort=id&order=desc${query}`)
  return data
}

export async function waiting(stage: Stage): Promise<readonly string[]> {
  return (await stage.archive.ask<{ ids: readonly string[] }>('/api/clusters/queue?status=open&later=false')).ids
}

export function clusterOf(stage: Stage, id: string): Promise<ClusterAnswer> {
  return stage.archive.ask<ClusterAnswer>(`/api/clusters/${id}`)
}

/** What an undone decision must leave as it was. */
export async function likeness(stage: Stage, ids: readonly string[]): Promise<readonly unknown[]> {
  const clusters = await Promise.all(ids.map((id) => clusterOf(stage, id)))
  return clusters.map(({ version: _, updatedAt: __, updatedBy: ___, ...rest }) => rest)
}

/** The workspace shows a cluster, with its evidence. */
export async function shown(page: Page): Promise<void> {
  await page.locator('.members').waitFor()
  await page.locator('.head-sentence:not(.waiting)').waitFor()
}

/** The page has the service's answer to so many decisions: they outlive a reload. */
export async function answered(page: Page, count: number): Promise<void> {
  await page.waitForFunction((most) => ((JSON.parse(sessionStorage.getItem('copydesk:review') ?? '{}') as { entries?: readonly unknown[] }).entries ?? []).length >= most, count)
}

export function clusterShown(page: Page): string {
  return /review\/([^/?]+)/.exec(page.url())?.[1] ?? ''
}

/** Presses a key and waits until another cluster is on the desk, or the end. */
export async function pressOn(page: Page, key: string): Promise<void> {
  const before = clusterShown(page)
  await page.keyboard.press(key)
  await page.waitForFunction((id) => {
    const shown = document.querySelector('.workspace')?.getAttribute('data-cluster')
    return shown === undefined || shown === null ? document.querySelector('.empty') !== null : shown !== id && location.pathname.endsWith(`/review/${shown}`)
  }, before)
}
