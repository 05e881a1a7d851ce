// How is a row shown in a box that scrolls, without moving the page around it?

/** `high`: with what follows it, near the top. */
export function reveal(box: HTMLElement | null, row: HTMLElement | null | undefined, high = false): void {
  if (box === null || row === null || row === undefined) return
  const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()]
  const seen = inner.top >= outer.top && inner.bottom <= outer.bottom - (high ? outer.height / 3 : 0)
  if (seen) return
  if (high) box.scrollTop += inner.top - outer.top - 2 * MARGIN
  else if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top + MARGIN
  else if (inner.bottom > outer.bottom) box.scrollTop += Math.min(inner.bottom - outer.bottom + MARGIN, inner.top - outer.top)
}

const MARGIN = 24
