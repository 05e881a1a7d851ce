// Where in a text is it? One shape for every place that the archive points at.

/** A half-open range `[begin, end)` in UTF-16 code units of a named text. */
export interface Span {
  readonly begin: number
  readonly end: number
}

export function span(begin: number, end: number): Span {
  return { begin, end }
}

export function spanLength(place: Span): number {
  return place.end - place.begin
}

export function spansOverlap(left: Span, right: Span): boolean {
  return left.begin < right.end && right.begin < left.end
}

export function shiftSpan(place: Span, by: number): Span {
  return { begin: place.begin + by, end: place.end + by }
}
