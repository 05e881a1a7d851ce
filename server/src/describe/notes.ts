// What has been read from a unit so far? Each block gets one mark at most, each field keeps its first, best ground.
import type { ArticleField, FieldGround } from '../domain/article.ts'
import type { FurnitureReason } from '../domain/document.ts'
import { lineKey } from '../domain/line.ts'
import type { Block } from '../domain/page.ts'

export type Mark = { readonly as: 'heading' } | { readonly as: 'furniture'; readonly reason: FurnitureReason }

/** The single-valued fields that a reader may set. */
export type TextField = Extract<ArticleField, 'headline' | 'dek' | 'dateline' | 'publisher' | 'publishedAt'>

export class Notes {
  readonly blocks: readonly Block[]
  readonly #marks = new Map<number, Mark>()
  readonly #values = new Map<TextField, string>()
  readonly #grounds: FieldGround[] = []
  #byline: readonly string[] = []

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks
    for (const [at, block] of blocks.entries()) {
      if (block.furniture !== undefined) this.#marks.set(at, { as: 'furniture', reason: block.furniture })
      if (block.settled === 'heading') this.#marks.set(at, { as: 'heading' })
    }
  }

  /** Numbers of the blocks without a mark, in order: what is body so far. */
  open(): number[] {
    return [...this.blocks.keys()].filter((at) => !this.#marks.has(at))
  }

  markOf(at: number): Mark | undefined {
    return this.#marks.get(at)
  }

  markHeading(at: number): void {
    if (!this.#marks.has(at) && !this.#isText(at)) this.#marks.set(at, { as: 'heading' })
  }

  markFurniture(at: number, reason: FurnitureReason): void {
    if (!this.#marks.has(at) && !this.#isText(at)) this.#marks.set(at, { as: 'furniture', reason })
  }

  /** Headings become body again: a unit that would otherwise have none. */
  reopenHeadings(): void {
    for (const [at, mark] of this.#marks) if (mark.as === 'heading') this.#marks.delete(at)
  }

  /** Sets a field that has no value yet, with the words of a block. */
  fromBlock(field: TextField, value: string, at: number): void {
    if (value === '' || this.#values.has(field) || this.#isText(at)) return
    const block = this.blocks[at]
    this.#values.set(field, value)
    // A day is kept as a moment in time; its words are those of the line.
    if (block !== undefined) this.#grounds.push({ field, source: 'text', words: (block.text.includes(value) ? value : block.text).slice(0, 500), span: block.span })
  }

  /** Sets a field that has no value yet, from elsewhere than the text. */
  fromOutside(field: TextField, value: string, source: FieldGround['source'], words: string): void {
    if (value === '' || this.#values.has(field)) return
    this.#values.set(field, value)
    this.#grounds.push({ field, source, words: words.slice(0, 500) })
  }

  setByline(names: readonly string[], source: FieldGround['source'], words: string, at?: number): void {
    if (this.#byline.length > 0 || names.length === 0 || (at !== undefined && this.#isText(at))) return
    this.#byline = [...new Set(names)]
    const place = at === undefined ? undefined : this.blocks[at]?.span
    this.#grounds.push({ field: 'byline', source, words: words.slice(0, 500), ...(place === undefined ? {} : { span: place }) })
  }

  /** A statement outside the text that outranks the text; where both say the same, the ground stays the text. */
  prefer(field: TextField, value: string, source: FieldGround['source'], words: string): void {
    if (value === '' || lineKey(this.#values.get(field) ?? '') === lineKey(value)) return
    this.#forget(field)
    this.fromOutside(field, value, source, words)
  }

  preferByline(names: readonly string[], source: FieldGround['source'], words: string): void {
    if (lineKey(this.#byline.join(' ')) === lineKey(names.join(' '))) return
    this.#byline = []
    this.#forget('byline')
    this.setByline(names, source, words)
  }

  /** A person said that it is a paragraph of the story: nothing is read from it. */
  #isText(at: number): boolean {
    return this.blocks[at]?.settled === 'text'
  }

  #forget(field: ArticleField): void {
    if (field !== 'byline') this.#values.delete(field as TextField)
    const at = this.#grounds.findIndex((ground) => ground.field === field)
    if (at >= 0) this.#grounds.splice(at, 1)
  }

  value(field: TextField): string | undefined {
    return this.#values.get(field)
  }

  get byline(): readonly string[] {
    return this.#byline
  }

  get grounds(): readonly FieldGround[] {
    return this.#grounds
  }
}
