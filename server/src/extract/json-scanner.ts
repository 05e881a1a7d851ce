// Where does one record of a JSON text end and the next begin? Brackets and quotation marks tell; values are parsed later.

/** Names under which exports wrap their list of articles, and under which an answer of a service wraps the object that has it. */
const LISTS = new Set(['articles', 'data', 'items', 'results', 'records', 'documents', 'stories', 'docs', 'hits', 'posts', 'entries', 'news'])
const WRAPPERS = new Set(['data', 'response', 'result', 'results', 'payload', 'hits', 'feed', 'channel'])
/** Objects around the list, at most. */
const MOST_WRAPPED = 3
/** No article nests deeper; a bomb does. */
const DEEPEST = 200
const KEY_LENGTH = 16

const AFTER_LIST = -1

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
const NEWLINE = 10

export interface ScannedRecord {
  /** From 1: where the record begins. */
  readonly line: number
  /** Empty where it was not kept. */
  readonly text: string
  readonly fault?: 'long' | 'deep'
}

export class RecordScanner {
  readonly #limit: number
  #line = 1
  #depth = 0
  #inString = false
  #escaped = false
  /** The depth at which records stand: 0 the file's own object, 1 a list, more a list inside an object; `AFTER_LIST` in its rest. */
  #base = 0
  /** The depth at which the names stand that may head the list. */
  #watched = 1
  #key = ''
  #string = ''
  #record: { line: number; kept: string[]; length: number; deepest: number } | undefined
  /** Where the record goes on in the piece at hand. */
  #from = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get line(): number {
    return this.#line
  }

  /** The text so far ends inside a value. */
  get open(): boolean {
    return this.#depth > 0 || this.#inString
  }

  *push(piece: string): Generator<ScannedRecord> {
    this.#from = 0
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      if (this.#inString) this.#inside(code)
      else if (code > 32) {
        const ended = this.#mark(code, at, piece)
        if (ended !== undefined) yield ended
      }
      if (code === NEWLINE) this.#line++
    }
    this.#keep(piece, piece.length)
  }

  #inside(code: number): void {
    if (this.#escaped) this.#escaped = false
    else if (code === BACKSLASH) this.#escaped = true
    else if (code === QUOTE) this.#inString = false
    else if (this.#depth === this.#watched && this.#string.length < KEY_LENGTH) this.#string += String.fromCharCode(code)
  }

  #mark(code: number, at: number, piece: string): ScannedRecord | undefined {
    const separator = code === COMMA || code === CLOSE_LIST
    if (separator && this.#base > 0 && this.#depth === this.#base) {
      const ended = this.#end(piece, at)
      if (code === CLOSE_LIST) this.#endList()
      return ended
    }
    if (this.#record === undefined && this.#depth === this.#base && (this.#base > 0 || code === OPEN_OBJECT)) this.#begin(at)
    if (code === OPEN_OBJECT || code === OPEN_LIST) this.#open(code)
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) return this.#close(at, piece)
    else if (code === QUOTE) this.#quote()
    else if (code === COLON && this.#depth === this.#watched) this.#key = this.#string
    return undefined
  }

  #quote(): void {
    this.#inString = true
    this.#string = ''
  }

  #open(code: number): void {
    if (code === OPEN_LIST && this.#depth === 0) this.#base = 1
    else if (this.#depth === this.#watched && this.#base <= 0) this.#openNamed(code, this.#key.toLowerCase())
    this.#depth++
    if (this.#record !== undefined) this.#record.deepest = Math.max(this.#record.deepest, this.#depth)
  }

  #openNamed(code: number, name: string): void {
    if (code === OPEN_LIST && LISTS.has(name)) {
      this.#base = this.#depth + 1
      this.#record = undefined
    } else if (code === OPEN_OBJECT && this.#watched < MOST_WRAPPED && WRAPPERS.has(name)) {
      this.#watched++
      this.#key = ''
    }
  }

  #endList(): void {
    this.#depth--
    this.#base = this.#depth === 0 ? 0 : AFTER_LIST
  }

  #close(at: number, piece: string): ScannedRecord | undefined {
    this.#depth = Math.max(0, this.#depth - 1)
    this.#watched = Math.max(1, Math.min(this.#watched, this.#depth))
    if (this.#depth > 0) return undefined
    const ended = this.#base === 0 ? this.#end(piece, at + 1) : undefined
    this.#base = 0
    return ended
  }

  #begin(at: number): void {
    this.#record = { line: this.#line, kept: [], length: 0, deepest: 0 }
    this.#from = at
  }

  #keep(piece: string, to: number): void {
    const record = this.#record
    if (record === undefined) return
    record.length += to - this.#from
    if (record.length <= this.#limit && record.deepest <= DEEPEST) record.kept.push(piece.slice(this.#from, to))
    else record.kept = []
  }

  #end(piece: string, to: number): ScannedRecord | undefined {
    const record = this.#record
    if (record === undefined) return undefined
    this.#keep(piece, to)
    this.#record = undefined
    const { line, length, deepest } = record
    if (length > this.#limit) return { line, text: '', fault: 'long' }
    if (deepest > DEEPEST) return { line, text: '', fault: 'deep' }
    return { line, text: record.kept.join('') }
  }
}
