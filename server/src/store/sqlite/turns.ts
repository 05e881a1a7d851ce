// Whose turn is it? Work that must not overlap is done in the order in which it was asked for.

export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work)
    // The next in line waits for the end of this one, however it ends; the caller hears of a failure through `mine`.
    this.#last = mine.then(nothing, nothing)
    return mine
  }

  /** Resolves when all that was asked for so far has ended. */
  async settled(): Promise<void> {
    await this.#last
  }
}

function nothing(): void {}
