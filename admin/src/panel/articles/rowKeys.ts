// How does one walk through the list without a mouse? j and k go from headline to headline, x ticks the row, Shift+x all
// from the last one ticked to here, e takes the list out as a file. Enter opens it, for a headline is a link.
import { usePanelKeys } from '../frame/keys.ts'

const HEADLINES = '.rows a.headline, .cards h2 a'

export function useRowKeys(): void {
  usePanelKeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => tick(false),
    X: () => tick(true),
    e: () => document.querySelector<HTMLAnchorElement>('a[download]')?.click(),
  })
}

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(HEADLINES)]
  const at = links.findIndex((link) => link.closest('tr, li')?.contains(document.activeElement) === true)
  links[at === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
}

function tick(range: boolean): void {
  const box = document.activeElement?.closest('tr')?.querySelector('input[type=checkbox]')
  box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: range }))
}
