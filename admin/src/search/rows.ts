// How do the keys move through the results? From row to row by the focus itself, so that Enter opens what is focused.

export function focusHit(index: number): void {
  const link = rows()[index]?.querySelector<HTMLElement>('h2 a')
  link?.focus({ preventScroll: true })
  link?.closest('.hit')?.scrollIntoView({ block: 'nearest' })
}

/** From the focused row, or to the first one; up from the first leads back into the box. */
export function stepHit(step: 1 | -1): void {
  const at = rows().findIndex((row) => row.contains(document.activeElement))
  if (at === 0 && step === -1) document.querySelector<HTMLElement>('input[type=search]')?.focus()
  else focusHit(at < 0 ? 0 : Math.min(rows().length - 1, at + step))
}

export function toggleVersions(): void {
  document.activeElement?.closest('.hit')?.querySelector<HTMLElement>('.toggle')?.click()
}

/** Marks the focused row, to be compared. */
export function toggleChoice(): void {
  document.activeElement?.closest('.hit')?.querySelector<HTMLElement>('.choose input')?.click()
}

function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.hit')]
}
