// Where does a substitution stand in the two texts on the screen? Rows of the table walk through the places one by one.

/** The pair of places of one swap, found by the number that both sides carry. */
export interface Occurrence {
  readonly left?: HTMLElement
  readonly right?: HTMLElement
}

export function occurrencesOf(root: HTMLElement, from: string, to: string): readonly Occurrence[] {
  const places = [...root.querySelectorAll<HTMLElement>('[data-swap]')]
  const found = places.filter((place) => holds(place.dataset['from'], from) && holds(place.dataset['to'], to))
  const numbers = [...new Set(found.map((place) => place.dataset['swap']))]
  return numbers.map((number) => {
    const left = found.find((place) => place.dataset['swap'] === number && place.dataset['side'] === 'left')
    const right = found.find((place) => place.dataset['swap'] === number && place.dataset['side'] === 'right')
    return { ...(left && { left }), ...(right && { right }) }
  })
}

/** Moves the focus to the place and shows its partner beside it. */
export function pointAt(root: HTMLElement, { left, right }: Occurrence): void {
  for (const place of root.querySelectorAll('[data-here]')) place.removeAttribute('data-here')
  for (const place of [left, right]) place?.setAttribute('data-here', '')
  const place = left ?? right
  place?.focus({ preventScroll: true })
  place?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
}

/** On to the next place where words differ, round the end to the beginning. */
export function stepDifference(root: HTMLElement, by: 1 | -1): void {
  const places = [...root.querySelectorAll<HTMLElement>('[data-side=left]')]
  const here = places.findIndex((place) => place.hasAttribute('data-here'))
  const left = places[here < 0 ? (by === 1 ? 0 : places.length - 1) : (here + by + places.length) % places.length]
  const right = root.querySelector<HTMLElement>(`[data-side=right][data-swap="${left?.dataset['swap'] ?? ''}"]`)
  if (left !== undefined) pointAt(root, { left, ...(right && { right }) })
}

function folded(text: string | undefined): string {
  return (text ?? '').toLowerCase().replace(/’/g, "'")
}

/** A run of several words may hold the substitution as a part. */
function holds(text: string | undefined, words: string): boolean {
  return ` ${folded(text)} `.includes(` ${folded(words)} `)
}
