// Which blocks of a web page are its story? Mozilla's Readability decides on a clean copy in which every run of words
// carries its block's number, so that its answer comes back as block numbers and no text is ever made up.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Sieved } from './sieve.ts'

/** Share of each block's characters that the story finder kept, by block number; empty where it found no story. */
export function findStory(page: Sieved): ReadonlyMap<number, number> {
  const kept = new Map<number, number>()
  const content = readable(page.markup)
  if (content === undefined) return kept
  for (const run of content.querySelectorAll('[data-b]')) {
    const id = Number(run.getAttribute('data-b'))
    const length = page.blocks[id]?.text.length ?? 0
    if (length > 0) kept.set(id, Math.min(1, (kept.get(id) ?? 0) + (run.textContent?.length ?? 0) / length))
  }
  return kept
}

function readable(markup: string): Element | undefined {
  const { document } = parseHTML(`<!DOCTYPE html><html><head><title></title></head><body>${markup.replace(/<\/?(?:html|body)\b[^<>]*>/g, '')}</body></html>`)
  try {
    const reader = new Readability<Element>(document, {
      charThreshold: 250,
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node) => node as Element,
    })
    return reader.parse()?.content ?? undefined
  } catch (error) {
    // The finder runs into its own limits on mad markup (call depth, null parents); the page then has no story by markup.
    if (error instanceof RangeError || error instanceof TypeError) return undefined
    throw error
  }
}
