// Which number stands for a term? Articles that are weighed hold numbers, in rising order, so that a term is found in one
// by halving and takes a few bytes.

export class Words {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []

  get size(): number {
    return this.#names.length
  }

  /** undefined for a term that no article held here has. */
  numberOf(term: string): number | undefined {
    return this.#numbers.get(term)
  }

  nameOf(number: number): string {
    return this.#names[number] ?? ''
  }

  numbered(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    this.#numbers.set(term, this.#names.length)
    return this.#names.push(term) - 1
  }
}

/** Where the number stands among rising ones; -1 where it does not. */
export function placeOf(number: number | undefined, among: Int32Array): number {
  if (number === undefined) return -1
  let low = 0
  let high = among.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = among[middle] ?? 0
    if (there === number) return middle
    if (there < number) low = middle + 1
    else high = middle - 1
  }
  return -1
}
